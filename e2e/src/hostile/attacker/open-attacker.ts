/** The attacker, as the rest sees it. */
import { resolve } from 'node:path';
import type { Target } from '../attack.ts';
import { openProcess } from '../processes/open-process.ts';
import type { AttackerAnswer, AttackerRequest } from './attacker-process.ts';

/** An attack that runs in a process of its own. */
export interface Attacker {
  /** Resolves once the attack is under way. */
  readonly begin: (attack: string, target: Target) => Promise<void>;
  /** Ends it. Resolves with what happened to it, such as how many requests were answered with 200. */
  readonly stop: () => Promise<Readonly<Record<string, number>>>;
  /** Ends the process, whatever it is doing. */
  readonly remove: () => Promise<void>;
}

/** Starts the process. */
export function openAttacker(): Attacker {
  const program = resolve(import.meta.dirname, 'attacker-process.ts');
  const { ask, remove } = openProcess<AttackerRequest, AttackerAnswer>('attacker', program);
  return {
    begin: async (attack, target) => {
      await ask({ do: 'begin', attack, target });
    },
    stop: async () => (await ask({ do: 'stop' })).counts,
    remove,
  };
}
