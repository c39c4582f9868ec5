import type { EmailStatus } from '@sendoff/db';
import type { Email } from './email-schema.ts';

type LastEvent = Email['last_event'];

const LAST_EVENT = {
  scheduled: 'scheduled',
  queued: 'queued',
  deferred: 'delivery_delayed',
  in_doubt: 'delivery_delayed',
  sent: 'sent',
  bounced: 'bounced',
  failed: 'failed',
  suppressed: 'suppressed',
  canceled: 'canceled',
} as const satisfies Record<Exclude<EmailStatus, 'sending'>, LastEvent>;

/** What of an email decides about its last event. */
interface Standing {
  readonly status: EmailStatus;
  readonly attemptCount: number;
  readonly scheduledAt: Date | null;
}

/** What happened last, in the words of the wire. An attempt under way is no event: it shows what was before it. */
export function lastEvent({ status, attemptCount, scheduledAt }: Standing): LastEvent {
  if (status !== 'sending') return LAST_EVENT[status];
  if (attemptCount > 1) return 'delivery_delayed';
  return scheduledAt === null ? 'queued' : 'scheduled';
}
