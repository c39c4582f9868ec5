/** Starts and controls the attacker process. */
import { resolve } from 'node:path';
import type { Target } from '../attack.ts';
import { openProcess } from '../processes/open-process.ts';
import type { AttackerAnswer, AttackerRequest } from './attacker-process.ts';

export interface Attacker {
  /** Resolves once the attack is running. */
  readonly begin: (attack: string, target: Target) => Promise<void>;
  /** Stops the attack. Resolves with the counts of its outcomes, such as requests answered with 200. */
  readonly stop: () => Promise<Readonly<Record<string, number>>>;
  /** Kills the process. */
  readonly remove: () => Promise<void>;
}

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
