/** Starts and controls the bystander process. */
import { resolve } from 'node:path';
import { openProcess } from '../processes/open-process.ts';
import type { BystanderAnswer, BystanderRequest } from './bystander-process.ts';
import type { BystanderEmail, BystanderTarget } from './start-bystander.ts';

export interface RunningBystander {
  /** Stops sending. Resolves with its emails once each has a response or has timed out. */
  readonly stop: () => Promise<readonly BystanderEmail[]>;
  /** Kills the process. */
  readonly remove: () => Promise<void>;
}

/** Starts the process; resolves once it is sending. @param name a unique prefix for its emails */
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
