/** The entry of `pnpm chaos`. */
import { listenForStop } from '@sendoff/embedded';
import { runChaos } from './run-chaos.ts';

/** As shells have it: 128 + SIGINT. */
const EXIT_CODE_OF_CTRL_C = 130;

/** Runs the command and ends the process. Ctrl-C stops everything that was started first. */
export async function chaosHere(args: readonly string[]): Promise<never> {
  const stop = listenForStop();
  try {
    process.exit(await runChaos(args, stop.signal));
  } catch (error) {
    if (stop.signal.aborted) process.exit(EXIT_CODE_OF_CTRL_C);
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
