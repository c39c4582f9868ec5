/** Starts a helper process and sends requests to it. */
import { resolve } from 'node:path';
import { signalProgram, spawnSupervised } from '@sendoff/devstack';
import { systemVariables } from '../../testing/start-program.ts';
import type { Failed } from './answer-requests.ts';

/** A process that answers requests. */
export interface AskedProcess<Request, Answer> {
  /** Rejects with the last output of the process when it fails or exits. */
  readonly ask: (request: Request) => Promise<Answer>;
  /** Kills the process. */
  readonly remove: () => Promise<void>;
}

/** The directory from which the TypeScript loader is resolved. */
const DIRECTORY = resolve(import.meta.dirname, '../../..');

/** @param program a file that calls `answerRequests` */
export function openProcess<Request extends object, Answer extends object>(
  name: string,
  program: string,
): AskedProcess<Request, Answer> {
  const command = { name, args: ['--import', 'tsx', program], cwd: DIRECTORY, environment: systemVariables() };
  const started = spawnSupervised(command, () => undefined);
  let settle: ((answer: Answer | Failed) => void) | undefined;
  started.process.on('message', (answer: Answer | Failed) => settle?.(answer));
  const ended = started.ended.then((how): Failed => ({ problem: `It ended ${how}:\n${started.lastLines()}` }));
  return {
    ask: async (request) => {
      const answering = new Promise<Answer | Failed>((resolveAnswer) => (settle = resolveAnswer));
      started.process.send(request);
      const answer = await Promise.race([answering, ended]);
      if ('problem' in answer) throw new Error(`The ${name} failed. ${answer.problem}`);
      return answer;
    },
    remove: async () => {
      signalProgram(started, 'SIGKILL');
      await started.ended;
    },
  };
}
