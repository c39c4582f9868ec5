/**
 * The state machine of an email: its statuses, and which may follow which. docs/state-machine.md draws it, and a test holds the
 * drawing equal to this table. SQL takes its sets of statuses from here.
 */

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
} as const;

/** Where an email stands. */
export type EmailStatus = keyof typeof TRANSITIONS;

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

/** Where a recipient of an email stands; the names are those of the email where they mean the same. */
export type RecipientState = 'pending' | 'deferred' | 'sent' | 'bounced' | 'failed' | 'suppressed' | 'canceled';

/** Whether a recipient has no final answer, so that the next attempt tries it. */
export const isOpen = ({ state }: { readonly state: RecipientState }): boolean => state === 'pending' || state === 'deferred';

/** What can happen to an email, as its history and webhooks name it. */
export type EmailEventType =
  | 'queued'
  | 'scheduled'
  | 'sent'
  | 'delivered'
  | 'delivery_delayed'
  | 'bounced'
  | 'complained'
  | 'failed'
  | 'suppressed'
  | 'canceled';
