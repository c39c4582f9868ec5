/** The limits for all attacks. */
import type { Victim } from './stack/start-hostile-stack.ts';

/** The goals for the bystander in milliseconds, on the machine of the published measurements. */
export const GOALS = {
  /** p99 of the time until an email is accepted. */
  acceptMs: 250,
  /** p99 of the time from acceptance to the relay. */
  toRelayMs: 5000,
  /** The time after the end of an attack until everything works again. */
  recoveryMs: 10_000,
} as const;

/** The memory limits in megabytes for attacks with large bodies, as in docs/operations.md and the Compose file. */
const WITH_LARGE_BODIES: Readonly<Record<Victim, number>> = { api: 1280, worker: 768, smtp: 512 };
/** The memory limits for attacks with small bodies. */
const WITH_SMALL_BODIES: Readonly<Record<Victim, number>> = { api: 384, worker: 384, smtp: 384 };

/** The memory limit of a program under an attack. */
export const memoryBudget = (victim: Victim, hasLargeBodies: boolean): number =>
  (hasLargeBodies ? WITH_LARGE_BODIES : WITH_SMALL_BODIES)[victim];
