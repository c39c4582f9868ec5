/** The attacker, as the rest sees it. */
import { resolve } from 'node:path';
import { signalProgram, spawnSupervised } from '@sendoff/embedded';
import { systemVariables } from '../../testing/start-program.ts';
import type { Target } from '../attack.ts';
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

const PROGRAM = resolve(import.meta.dirname, 'attacker-process.ts');
/** From here the loader for TypeScript is found. */
const DIRECTORY = resolve(import.meta.dirname, '../../..');

/** Starts the process. */
export function openAttacker(): Attacker {
  const command = { name: 'attacker', args: ['--import', 'tsx', PROGRAM], cwd: DIRECTORY, environment: systemVariables() };
  const program = spawnSupervised(command, () => undefined);
  let settle: ((answer: AttackerAnswer) => void) | undefined;
  program.process.on('message', (answer: AttackerAnswer) => settle?.(answer));
  const ended = program.ended.then((how): AttackerAnswer => ({ problem: `It ended ${how}:\n${program.lastLines()}` }));

  const ask = async (request: AttackerRequest): Promise<Readonly<Record<string, number>>> => {
    const answering = new Promise<AttackerAnswer>((resolveAnswer) => (settle = resolveAnswer));
    program.process.send(request);
    const answer = await Promise.race([answering, ended]);
    if ('problem' in answer) throw new Error(`The attacker failed. ${answer.problem}`);
    return answer.counts;
  };
  return {
    begin: async (attack, target) => {
      await ask({ do: 'begin', attack, target });
    },
    stop: () => ask({ do: 'stop' }),
    remove: async () => {
      signalProgram(program, 'SIGKILL');
      await program.ended;
    },
  };
}
