/**
 * A program: the attacker, in a process of its own so that what an attack costs does not slow the clients that are
 * measured, and behind them in turn for the processors, as if it ran on a machine of its own.
 *
 *   node --import tsx attacker-process.ts
 */
import { setPriority } from 'node:os';
import type { RunningAttack, Target } from '../attack.ts';
import { findAttack } from '../attacks/index.ts';

/** What it is asked; the answer to each is one {@link AttackerAnswer}. */
export type AttackerRequest =
  { readonly do: 'begin'; readonly attack: string; readonly target: Target } | { readonly do: 'stop' };

/** Under way, over with what happened to it, or failed. */
export type AttackerAnswer = { readonly counts: Readonly<Record<string, number>> } | { readonly problem: string };

/** How far it stands behind in turn for the processors. */
const NICENESS = 10;

const counts: Record<string, number> = {};
const count = (outcome: string): void => {
  counts[outcome] = (counts[outcome] ?? 0) + 1;
};
let running: RunningAttack | undefined;

async function answer(request: AttackerRequest): Promise<AttackerAnswer> {
  if (request.do === 'begin') running = await findAttack(request.attack).begin(request.target, count);
  else await running?.stop();
  return { counts };
}

setPriority(NICENESS);
process.on('message', (request: AttackerRequest) => {
  answer(request)
    .catch((error: unknown): AttackerAnswer => ({
      problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }))
    .then((told) => process.send?.(told))
    .catch(() => undefined);
});
// What the preload lets go of is what this program waits for.
process.channel?.ref();
