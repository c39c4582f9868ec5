/**
 * The bystander process. It is separate because the relay runs in the process of the tests, where the attacker's emails would delay
 * the bystander's measurements.
 *
 * node --import tsx bystander-process.ts
 */
import { answerRequests } from '../processes/answer-requests.ts';
import { startBystander, type Bystander, type BystanderEmail, type BystanderTarget } from './start-bystander.ts';

/** A request to this process. */
export type BystanderRequest =
  { readonly do: 'begin'; readonly target: BystanderTarget; readonly name: string } | { readonly do: 'stop' };

/** The emails that have a result; all of them after `stop`. */
export interface BystanderAnswer {
  readonly emails: readonly BystanderEmail[];
}

let running: Bystander | undefined;

answerRequests(async (request: BystanderRequest): Promise<BystanderAnswer> => {
  if (request.do === 'begin') running = startBystander(request.target, request.name);
  else await running?.stop();
  return { emails: running?.emails ?? [] };
});
