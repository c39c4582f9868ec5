import type { Email, Status } from '../api/types.ts';

const TONES = {
  scheduled: 'tone-calm',
  pending: 'tone-calm',
  queued: 'tone-busy',
  sending: 'tone-busy',
  deferred: 'tone-warn',
  in_doubt: 'tone-warn',
  sent: 'tone-good',
  bounced: 'tone-bad',
  failed: 'tone-bad',
  suppressed: 'tone-bad',
  canceled: 'tone-calm',
} as const satisfies Record<Status | RecipientState, string>;

/** The delivery status of one recipient. */
export type RecipientState = Email['recipients'][number]['state'];

/** The CSS class of a status color. */
export const toneOf = (status: Status | RecipientState): string => TONES[status];
