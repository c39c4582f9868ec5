/** `start` for the built repository of this file. */
import { readProcessEnvironment } from '../environment/read-process-environment.ts';
import { repositoryRoot } from '../repository-root.ts';
import { runCommand } from './run-command.ts';
import { start } from './start.ts';
import { listenForStop } from './stop-request.ts';

/** Runs until it is stopped, then ends the process. */
export function startHere(): Promise<never> {
  const stop = listenForStop();
  return runCommand(() => start(stop, readProcessEnvironment(), repositoryRoot()));
}
