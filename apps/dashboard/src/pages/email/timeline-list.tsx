/** The history of an email. */
import type { Attempt, Email, EmailEvent } from '../../api/types.ts';
import { Loading } from '../../components/loading.tsx';
import { useSeconds } from '../../components/time.tsx';
import { duration, exactTime, readTime, timeOfDay } from '../../format/time.ts';
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
  relay_error: 'tone-warn',
  in_doubt: 'tone-warn',
} as const satisfies Record<NonNullable<Attempt['outcome']>, string>;

/** The entries, oldest first. */
export function TimelineList({ steps, email }: { readonly steps: readonly Step[]; readonly email: Email }) {
  const now = useSeconds();
  if (steps.length === 0) return <Loading />;
  const isSimulated = simulatedIn(email);
  return (
    <ol className="px-4 py-3">
      {steps.map((step) => {
        const key = step.kind === 'event' ? `event ${String(step.event.number)}` : `attempt ${String(step.attempt.number)}`;
        const tone = step.kind === 'event' ? eventTone(step.event, isSimulated) : toneOf(step.attempt);
        return (
          <li key={key} className={`${tone} relative border-l border-line pb-4 pl-5 last:border-transparent last:pb-0`}>
            <span aria-hidden className="toned-dot absolute top-1.5 -left-[4.5px] size-2 rounded-full" />
            <time dateTime={step.at.toISOString()} title={exactTime(step.at)} className="numbers float-right text-xs text-muted">
              {timeOfDay(step.at, now)}
            </time>
            {step.kind === 'event' ? (
              <EventStep event={step.event} isSimulated={isSimulated} />
            ) : (
              <AttemptStep attempt={step.attempt} events={step.events} isSimulated={isSimulated} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** Whether the event was simulated for the recipient, or for all recipients if none is named. */
type IsSimulated = (recipient: string | null) => boolean;

function simulatedIn({ mode, recipients }: Email): IsSimulated {
  const addresses = new Set(recipients.filter(({ simulated }) => simulated).map(({ address }) => address));
  return (recipient) => mode === 'test' || (recipient !== null && addresses.has(recipient));
}

/** The relay name recorded for simulated attempts. */
const SANDBOX = 'test';

function toneOf({ outcome, relay }: Attempt): string {
  if (outcome === null) return 'tone-busy';
  return relay === SANDBOX ? 'tone-calm' : OUTCOME_TONES[outcome];
}

/** Event types that the sandbox simulates; all others are real. */
const MADE_UP: ReadonlySet<EmailEvent['type']> = new Set(['sent', 'delivered', 'bounced', 'complained', 'suppressed', 'failed']);

const isMadeUp = ({ type, recipient, cause }: EmailEvent, isSimulated: IsSimulated): boolean =>
  cause === null && MADE_UP.has(type) && isSimulated(recipient);

const eventTone = (event: EmailEvent, isSimulated: IsSimulated): string =>
  isMadeUp(event, isSimulated) ? 'tone-calm' : EVENT_TONES[event.type];

function eventWord(event: EmailEvent, isSimulated: IsSimulated): string {
  const word = words.events[event.type];
  return isMadeUp(event, isSimulated) ? strings.shownStatus.sandbox(word) : word;
}

function EventStep({ event, isSimulated }: { readonly event: EmailEvent; readonly isSimulated: IsSimulated }) {
  const { type, number, cause, reason, recipient, reply } = event;
  const what = type === 'queued' && number > 1 ? words.queuedAgain : eventWord(event, isSimulated);
  const who = cause === 'retry' || cause === 'resolved' ? words.causes[cause] : cause;
  return (
    <>
      <p className="font-medium">{what}</p>
      <Small parts={[recipient, reason === null ? null : spoken(reason), who]} />
      {reply !== null && <SmtpReply reply={reply} />}
    </>
  );
}

interface AttemptStepProps {
  readonly attempt: Attempt;
  readonly events: readonly EmailEvent[];
  readonly isSimulated: IsSimulated;
}

function AttemptStep({ attempt, events, isSimulated }: AttemptStepProps) {
  const {
    number,
    outcome,
    reason,
    relay,
    remote_address,
    tls_version,
    started_at,
    finished_at,
    worker,
    reply,
    recipients,
    skipped_relays,
    message,
  } = attempt;
  const sandboxed = relay === SANDBOX;
  const tookMs = finished_at === null ? null : readTime(finished_at).getTime() - readTime(started_at).getTime();
  const later = events.filter(({ type }) => !['sent', 'delivery_delayed', 'bounced', 'failed'].includes(type));
  return (
    <>
      <p>
        <span className="font-medium">{words.attempt(number)}:</span>{' '}
        {outcome === null ? words.attemptUnderWay : sandboxed ? words.sandboxOutcomes[outcome] : words.outcomes[outcome]}
      </p>
      <Small
        parts={[
          outcome === 'sent' || reason === null ? null : spoken(reason),
          sandboxed ? null : relay,
          remote_address,
          tls_version ?? (relay === null || sandboxed || remote_address === null ? null : words.noTls),
          tookMs === null ? null : words.took(duration(tookMs)),
          words.worker(worker),
        ]}
      />
      {message !== null && <Small parts={[message]} />}
      {skipped_relays.map((passed) => (
        <Small key={passed.relay} parts={[words.skippedRelays, passed.relay, passed.message]} />
      ))}
      {reply !== null && <SmtpReply reply={reply} />}
      {recipients.length > 1 && (
        <ul className="mt-1 flex flex-col gap-1">
          {recipients.map((one) => (
            <li key={one.address}>
              <Small parts={[one.address, verdictWord(one, isSimulated), spoken(one.reason)]} />
              {one.reply !== null && one.reply.text !== reply?.text && <SmtpReply reply={one.reply} />}
            </li>
          ))}
        </ul>
      )}
      {later.map((event) => (
        <Small key={event.number} parts={[eventWord(event, isSimulated), event.recipient]} />
      ))}
    </>
  );
}

const verdictWord = ({ address, verdict }: Attempt['recipients'][number], isSimulated: IsSimulated): string =>
  isSimulated(address) ? strings.shownStatus.sandbox(words.verdicts[verdict]) : words.verdicts[verdict];

function Small({ parts }: { readonly parts: readonly (string | null)[] }) {
  const said = parts.filter((part) => part !== null && part !== '');
  return said.length === 0 ? null : <p className="my-0.5 text-xs text-muted wrap-anywhere">{said.join(' · ')}</p>;
}
