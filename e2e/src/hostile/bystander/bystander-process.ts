/**
 * A program: the bystander, in a process of its own. The relay is in that of the tests, and what it receives of an attack would
 * delay the bystander's clock.
 *
 *   node --import tsx bystander-process.ts
 */
import { answerRequests } from '../processes/answer-requests.ts';
import { startBystander, type Bystander, type BystanderEmail, type BystanderTarget } from './start-bystander.ts';

/** What it is asked. */
export type BystanderRequest =
  { readonly do: 'begin'; readonly target: BystanderTarget; readonly name: string } | { readonly do: 'stop' };

/** Its emails that were answered, or given up: all of them when it was stopped. */
export interface BystanderAnswer {
  readonly emails: readonly BystanderEmail[];
}

let running: Bystander | undefined;

answerRequests(async (request: BystanderRequest): Promise<BystanderAnswer> => {
  if (request.do === 'begin') running = startBystander(request.target, request.name);
  else await running?.stop();
  return { emails: running?.emails ?? [] };
});
