/**
 * The state machine of an email: where it may go from where. docs/state-machine.md draws it, and a
 * test holds the drawing equal to this table.
 */
import type { EmailStatus } from '../generated/enums.ts';

/** From each status, the statuses that may follow. */
export const TRANSITIONS = {
  scheduled: ['sending', 'canceled'],
  queued: ['sending'],
  sending: ['sent', 'deferred', 'in_doubt', 'bounced', 'failed', 'suppressed'],
  deferred: ['sending'],
  in_doubt: ['queued', 'sent', 'failed'],
  sent: [],
  bounced: ['queued'],
  failed: ['queued'],
  suppressed: ['queued'],
  canceled: [],
} as const satisfies Record<EmailStatus, readonly EmailStatus[]>;

/** Statuses from which an attempt may begin, once the email is due. */
export const ATTEMPTABLE = statusesLeadingTo('sending');

/** Statuses in which an email stays unless a person acts. */
export const FINAL = ['sent', 'bounced', 'failed', 'suppressed', 'canceled'] as const satisfies readonly EmailStatus[];

/** The statuses that an attempt can end in. */
export type StatusAfterAttempt = (typeof TRANSITIONS)['sending'][number];

/** The statuses from which `next` may follow. */
export function statusesLeadingTo(next: EmailStatus): readonly EmailStatus[] {
  return Object.entries(TRANSITIONS)
    .filter(([, followers]) => (followers as readonly EmailStatus[]).includes(next))
    .map(([status]) => status as EmailStatus);
}
