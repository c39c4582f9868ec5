import type { Attack } from '../attack.ts';

/** What the others are compared with: a machine that is busy with other things shows here. */
export const noAttack: Attack = {
  name: 'none',
  title: 'no attack',
  isHarmless: true,
  begin: () => ({ stop: () => Promise.resolve() }),
};
