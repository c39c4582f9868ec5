/** Builds what has changed since the last build, without any output on standard output. */
import { hashSources, isBuilt, recordBuild } from './build-state.js';
import { countTasks, runTurboQuietly } from './run-turbo.js';
import { showProgress } from './show-progress.js';

/** Exits with code 1 when the build fails. */
export async function buildIfNeeded() {
  const sources = hashSources();
  if (isBuilt(sources)) return;

  const progress = showProgress('Building Sendoff', countTasks(['build', 'generate']));
  const exitCode = await runTurboQuietly(['build'], progress.advance).finally(progress.end);
  if (exitCode !== 0) process.exit(1);
  recordBuild(sources);
}
