/** The entry point of `pnpm chaos`. */
import { setMaxListeners } from 'node:events';
import { listenForStop } from '@sendoff/devstack';
import { runChaos } from './run-chaos.ts';

/** The shell convention: 128 + SIGINT. */
const EXIT_CODE_OF_CTRL_C = 130;

/** Runs the command and exits. Ctrl-C first stops everything that was started. */
export async function chaosHere(args: readonly string[]): Promise<never> {
  const stop = listenForStop();
  // Every client of every row listens to this signal, which would exceed the default listener limit.
  setMaxListeners(0, stop.signal);
  try {
    process.exit(await runChaos(args, stop.signal));
  } catch (error) {
    if (stop.signal.aborted) process.exit(EXIT_CODE_OF_CTRL_C);
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
