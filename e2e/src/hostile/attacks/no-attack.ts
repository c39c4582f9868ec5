import type { Attack } from '../attack.ts';

/** The baseline for comparison; it also shows whether the machine is busy with something else. */
export const noAttack: Attack = {
  name: 'none',
  title: 'no attack',
  isHarmless: true,
  begin: () => ({ stop: () => Promise.resolve() }),
};
