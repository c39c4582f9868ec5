/** The entry point of `pnpm hostile`. */
import { listenForStop } from '@sendoff/devstack';
import { runHostile } from './run-hostile.ts';

/** The shell convention: 128 + SIGINT. */
const EXIT_CODE_OF_CTRL_C = 130;

const stop = listenForStop();
try {
  process.exit(await runHostile(process.argv.slice(2), stop.signal));
} catch (error) {
  if (stop.signal.aborted) process.exit(EXIT_CODE_OF_CTRL_C);
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
