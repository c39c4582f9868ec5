/** Builds what has changed since the last build; prints nothing on standard output. */
import { runTurboQuietly } from './run-turbo.js';

/** A build that takes longer than this, in milliseconds, is announced. */
const PATIENCE_MS = 1500;

/** Ends the process with exit code 1 when the build fails. */
export async function buildIfNeeded() {
  const timer = setTimeout(() => process.stderr.write('Building Sendoff…\n'), PATIENCE_MS);
  const exitCode = await runTurboQuietly(['build']);
  clearTimeout(timer);
  if (exitCode !== 0) process.exit(1);
}
