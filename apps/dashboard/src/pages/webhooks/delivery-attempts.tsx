/** The attempts of a webhook delivery and their responses. */
import type { WebhookAttempt } from '../../api/types.ts';
import { Badge } from '../../components/status-badge.tsx';
import { Time } from '../../components/time.tsx';
import { strings } from '../../strings.ts';

const words = strings.webhooks;
const TONES = {
  delivered: 'tone-good',
  refused: 'tone-bad',
  no_answer: 'tone-bad',
  forbidden: 'tone-bad',
  abandoned: 'tone-warn',
} as const;

/** Newest first. */
export function DeliveryAttempts({ attempts }: { readonly attempts: readonly WebhookAttempt[] }) {
  if (attempts.length === 0) return <p className="px-3 py-2 text-muted">{words.noAttempts}</p>;
  return (
    <ul className="divide-y divide-line">
      {attempts.map((attempt) => (
        <li key={attempt.id} className="flex flex-col gap-1 px-3 py-2">
          <AttemptLine attempt={attempt} />
          {attempt.error !== null && <p className="text-xs text-muted wrap-anywhere">{attempt.error}</p>}
          {attempt.response !== '' && (
            <p className="rounded bg-raised px-2 py-1 font-mono text-xs whitespace-pre-wrap wrap-anywhere">{attempt.response}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function AttemptLine({ attempt: { number, outcome, http_status_code, sent_at } }: { readonly attempt: WebhookAttempt }) {
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="font-medium">{strings.email.attempt(number)}</span>
      <Badge tone={outcome === null ? 'tone-busy' : TONES[outcome]}>
        {outcome === null ? words.attemptUnderWay : words.outcomes[outcome]}
      </Badge>
      {http_status_code !== 0 && <span className="numbers font-mono text-xs">HTTP {http_status_code}</span>}
      <span className="ml-auto text-xs text-muted">
        <Time at={sent_at} />
      </span>
    </p>
  );
}
