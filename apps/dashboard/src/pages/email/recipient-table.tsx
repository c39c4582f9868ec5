/** The delivery status of each recipient. */
import { Link } from 'wouter';
import type { Email } from '../../api/types.ts';
import { Badge, StatusBadge } from '../../components/status-badge.tsx';
import { Time } from '../../components/time.tsx';
import { strings } from '../../strings.ts';
import { EVENT_TONES } from './event-tones.ts';
import { SmtpReply } from './smtp-reply.tsx';

export function RecipientTable({ recipients }: Pick<Email, 'recipients'>) {
  return (
    <ul className="divide-y divide-line">
      {recipients.map(({ address, kind, state, simulated, reply, feedback }) => (
        <li key={address} className="flex flex-col gap-1 px-4 py-2">
          <span className="flex items-center justify-between gap-2">
            <span className="min-w-0 truncate" title={address}>
              {address} <span className="text-xs text-muted">{strings.email[kind]}</span>
            </span>
            {simulated ? <SimulatedBadge state={state} /> : <StatusBadge status={state} />}
          </span>
          {state === 'suppressed' && !simulated && (
            <Link
              href={`/dashboard/suppressions?email=${encodeURIComponent(address)}`}
              className="w-fit text-xs text-muted underline decoration-line underline-offset-4 hover:text-ink"
            >
              {strings.email.onList}
            </Link>
          )}
          {reply !== null && <SmtpReply reply={reply} />}
          {feedback !== null && <Feedback feedback={feedback} simulated={simulated} />}
        </li>
      ))}
    </ul>
  );
}

/** Simulated results have a neutral color. */
function SimulatedBadge({ state }: Pick<Email['recipients'][number], 'state'>) {
  const { simulated, sandbox } = strings.shownStatus;
  return <Badge tone="tone-calm">{state === 'sent' ? simulated : sandbox(strings.recipientState[state])}</Badge>;
}

/** The bounce or complaint received after the relay accepted the message. */
function Feedback(props: {
  readonly feedback: NonNullable<Email['recipients'][number]['feedback']>;
  readonly simulated: boolean;
}) {
  const { feedback, simulated } = props;
  const { type, created_at, enhanced_code, text } = feedback;
  const said = [enhanced_code, text].filter((part) => part !== null).join(' ');
  return (
    <>
      <p className="flex items-center justify-between gap-2 text-xs text-muted">
        <Badge tone={simulated ? 'tone-calm' : EVENT_TONES[type]}>
          {simulated ? strings.shownStatus.sandbox(strings.email.events[type]) : strings.email.events[type]}
        </Badge>
        <Time at={created_at} />
      </p>
      {said !== '' && <p className="rounded bg-raised px-2 py-1 font-mono text-xs whitespace-pre-wrap wrap-anywhere">{said}</p>}
    </>
  );
}
