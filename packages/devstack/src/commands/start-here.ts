/** `start` for the repository that this file lies in, once that has been built. */
import { readProcessEnvironment } from '../environment/read-process-environment.ts';
import { repositoryRoot } from '../repository-root.ts';
import { runCommand } from './run-command.ts';
import { start } from './start.ts';
import { listenForStop } from './stop-request.ts';

/** Runs until it is asked to stop, then ends the process. */
export function startHere(): Promise<never> {
  const stop = listenForStop();
  return runCommand(() => start(stop, readProcessEnvironment(), repositoryRoot()));
}
