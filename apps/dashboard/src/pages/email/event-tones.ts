import type { EmailEvent } from '../../api/types.ts';

/** The CSS class of an event's color. */
export const EVENT_TONES = {
  queued: 'tone-busy',
  scheduled: 'tone-calm',
  sent: 'tone-good',
  delivered: 'tone-good',
  delivery_delayed: 'tone-warn',
  bounced: 'tone-bad',
  complained: 'tone-bad',
  failed: 'tone-bad',
  suppressed: 'tone-bad',
  canceled: 'tone-calm',
} as const satisfies Record<EmailEvent['type'], string>;
