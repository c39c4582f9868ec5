/** What everything is held to. */
import type { Victim } from './stack/start-hostile-stack.ts';

/** What the bystander is to notice at most, in milliseconds, on the machine on which it is measured. */
export const GOALS = {
  /** 99 of a hundred emails are accepted within. */
  acceptMs: 250,
  /** 99 of a hundred emails are at the relay within, after they were accepted. */
  toRelayMs: 5000,
  /** After the end of an attack, everything works again within. */
  recoveryMs: 10_000,
} as const;

/** Megabytes resident at most: with bodies of many megabytes, as docs/operations.md and the Compose file have it. */
const WITH_LARGE_BODIES: Readonly<Record<Victim, number>> = { api: 1280, worker: 768, smtp: 512 };
/** With small ones, however many. */
const WITH_SMALL_BODIES: Readonly<Record<Victim, number>> = { api: 384, worker: 384, smtp: 384 };

/** The budget of a program under an attack. */
export const memoryBudget = (victim: Victim, hasLargeBodies: boolean): number =>
  (hasLargeBodies ? WITH_LARGE_BODIES : WITH_SMALL_BODIES)[victim];
