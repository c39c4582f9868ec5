/** The series of the chart, in display order, with their colors. */
export const COUNTED = [
  { name: 'accepted', tone: 'tone-calm', color: 'var(--color-calm)' },
  { name: 'sent', tone: 'tone-good', color: 'var(--color-good)' },
  { name: 'deferred', tone: 'tone-warn', color: 'var(--color-warn)' },
  { name: 'bounced', tone: 'tone-bad', color: 'var(--color-bad)' },
  { name: 'failed', tone: 'tone-busy', color: 'var(--color-accent)' },
] as const;
