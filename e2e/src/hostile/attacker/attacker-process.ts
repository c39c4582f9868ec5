/**
 * The attacker process. It is separate so that it does not slow down the bystander, and has a lower CPU priority than the programs,
 * as if it ran on another machine.
 *
 * node --import tsx attacker-process.ts
 */
import { setPriority } from 'node:os';
import type { RunningAttack, Target } from '../attack.ts';
import { findAttack } from '../attacks/index.ts';
import { answerRequests } from '../processes/answer-requests.ts';

/** A request; each is answered with an {@link AttackerAnswer}. */
export type AttackerRequest =
  { readonly do: 'begin'; readonly attack: string; readonly target: Target } | { readonly do: 'stop' };

/** The outcomes counted so far. */
export interface AttackerAnswer {
  readonly counts: Readonly<Record<string, number>>;
}

/** The CPU priority (nice value). */
const NICENESS = 10;

const counts: Record<string, number> = {};
const count = (outcome: string): void => {
  counts[outcome] = (counts[outcome] ?? 0) + 1;
};
let running: RunningAttack | undefined;

setPriority(NICENESS);
answerRequests(async (request: AttackerRequest): Promise<AttackerAnswer> => {
  if (request.do === 'begin') running = await findAttack(request.attack).begin(request.target, count);
  else await running?.stop();
  return { counts };
});
