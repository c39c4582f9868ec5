/**
 * A program: the attacker, in a process of its own so that what an attack costs does not slow the clients that are
 * measured, and behind them in turn for the processors, as if it ran on a machine of its own.
 *
 *   node --import tsx attacker-process.ts
 */
import { setPriority } from 'node:os';
import type { RunningAttack, Target } from '../attack.ts';
import { findAttack } from '../attacks/index.ts';
import { answerRequests } from '../processes/answer-requests.ts';

/** What it is asked; the answer to each is one {@link AttackerAnswer}. */
export type AttackerRequest =
  { readonly do: 'begin'; readonly attack: string; readonly target: Target } | { readonly do: 'stop' };

/** What has happened to it so far. */
export interface AttackerAnswer {
  readonly counts: Readonly<Record<string, number>>;
}

/** How far it stands behind in turn for the processors. */
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
