/** The bystander, as the rest sees it. */
import { resolve } from 'node:path';
import { openProcess } from '../processes/open-process.ts';
import type { BystanderAnswer, BystanderRequest } from './bystander-process.ts';
import type { BystanderEmail, BystanderTarget } from './start-bystander.ts';

/** A bystander that runs in a process of its own. */
export interface RunningBystander {
  /** Sends no more. Resolves with its emails, once each is answered or given up. */
  readonly stop: () => Promise<readonly BystanderEmail[]>;
  /** Ends the process, whatever it is doing. */
  readonly remove: () => Promise<void>;
}

/** Starts the process, and resolves once it sends. @param name tells its emails from those of others. */
export async function openBystander(
  { api, bystanderKey, submissionPort }: BystanderTarget,
  name: string,
): Promise<RunningBystander> {
  const program = resolve(import.meta.dirname, 'bystander-process.ts');
  const { ask, remove } = openProcess<BystanderRequest, BystanderAnswer>('bystander', program);
  try {
    await ask({ do: 'begin', target: { api, bystanderKey, submissionPort }, name });
  } catch (error) {
    await remove();
    throw error;
  }
  return { stop: async () => (await ask({ do: 'stop' })).emails, remove };
}
