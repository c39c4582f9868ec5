/** What happened, step by step. */
import type { Attempt, EmailEvent } from '../../api/types.ts';
import { Loading } from '../../components/loading.tsx';
import { clockTime, duration, exactTime, readTime } from '../../format/time.ts';
import { spoken } from '../../format/spoken.ts';
import { strings } from '../../strings.ts';
import { EVENT_TONES } from './event-tones.ts';
import { SmtpReply } from './smtp-reply.tsx';
import type { Step } from './timeline.ts';

const words = strings.email;

const OUTCOME_TONES = {
  sent: 'tone-good',
  partial: 'tone-warn',
  deferred: 'tone-warn',
  bounced: 'tone-bad',
  failed: 'tone-bad',
  suppressed: 'tone-bad',
  relay_trouble: 'tone-warn',
  in_doubt: 'tone-warn',
} as const satisfies Record<NonNullable<Attempt['outcome']>, string>;

/** The steps, the oldest first. */
export function TimelineList({ steps }: { readonly steps: readonly Step[] }) {
  if (steps.length === 0) return <Loading />;
  return (
    <ol className="px-4 py-3">
      {steps.map((step) => {
        const key = step.kind === 'event' ? `event ${String(step.event.number)}` : `attempt ${String(step.attempt.number)}`;
        const tone = step.kind === 'event' ? EVENT_TONES[step.event.type] : toneOf(step.attempt);
        return (
          <li key={key} className={`${tone} relative border-l border-line pb-4 pl-5 last:border-transparent last:pb-0`}>
            <span aria-hidden className="toned-dot absolute top-1.5 -left-[4.5px] size-2 rounded-full" />
            <time dateTime={step.at.toISOString()} title={exactTime(step.at)} className="numbers float-right text-xs text-muted">
              {clockTime(step.at)}
            </time>
            {step.kind === 'event' ? (
              <EventStep event={step.event} />
            ) : (
              <AttemptStep attempt={step.attempt} events={step.events} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

const toneOf = ({ outcome }: Attempt): string => (outcome === null ? 'tone-busy' : OUTCOME_TONES[outcome]);

function EventStep({ event }: { readonly event: EmailEvent }) {
  const { type, number, cause, reason, recipient, reply } = event;
  const what = type === 'queued' && number > 1 ? words.queuedAgain : words.events[type];
  const who = cause === 'retry' || cause === 'resolved' ? words.causes[cause] : cause;
  return (
    <>
      <p className="font-medium">{what}</p>
      <Small parts={[recipient, reason === null ? null : spoken(reason), who]} />
      {reply !== null && <SmtpReply reply={reply} />}
    </>
  );
}

function AttemptStep({ attempt, events }: { readonly attempt: Attempt; readonly events: readonly EmailEvent[] }) {
  const { number, outcome, reason, relay, remote_address, tls_version, started_at, finished_at, worker, reply, recipients } =
    attempt;
  const tookMs = finished_at === null ? null : readTime(finished_at).getTime() - readTime(started_at).getTime();
  const later = events.filter(({ type }) => !['sent', 'delivery_delayed', 'bounced', 'failed'].includes(type));
  return (
    <>
      <p>
        <span className="font-medium">{words.attempt(number)}:</span>{' '}
        {outcome === null ? words.attemptUnderWay : words.outcomes[outcome]}
      </p>
      <Small
        parts={[
          outcome === 'sent' || reason === null ? null : spoken(reason),
          relay,
          remote_address,
          tls_version ?? (relay === null ? null : words.noTls),
          tookMs === null ? null : words.took(duration(tookMs)),
          words.worker(worker),
        ]}
      />
      {reply !== null && <SmtpReply reply={reply} />}
      {recipients.length > 1 && (
        <ul className="mt-1 flex flex-col gap-1">
          {recipients.map((one) => (
            <li key={one.address}>
              <Small parts={[one.address, one.verdict, spoken(one.reason)]} />
              {one.reply !== null && one.reply.text !== reply?.text && <SmtpReply reply={one.reply} />}
            </li>
          ))}
        </ul>
      )}
      {later.map((event) => (
        <Small key={event.number} parts={[words.events[event.type], event.recipient]} />
      ))}
    </>
  );
}

function Small({ parts }: { readonly parts: readonly (string | null)[] }) {
  const said = parts.filter((part) => part !== null && part !== '');
  return said.length === 0 ? null : <p className="my-0.5 text-xs text-muted wrap-anywhere">{said.join(' · ')}</p>;
}
