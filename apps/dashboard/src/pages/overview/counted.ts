/** What is counted over time, in the order in which it is shown, with its colour. */
export const COUNTED = [
  { name: 'accepted', tone: 'tone-calm', color: 'var(--color-calm)' },
  { name: 'sent', tone: 'tone-good', color: 'var(--color-good)' },
  { name: 'deferred', tone: 'tone-warn', color: 'var(--color-warn)' },
  { name: 'bounced', tone: 'tone-bad', color: 'var(--color-bad)' },
  { name: 'failed', tone: 'tone-busy', color: 'var(--color-accent)' },
] as const;
