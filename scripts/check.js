/** `pnpm check`: runs the static checks and stops at the first that fails. */
import '../packages/runtime/bin/require-node.js';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { runTurbo } from './run-turbo.js';
import { ROOT } from './workspace.js';

const PRETTIER = createRequire(import.meta.url).resolve('prettier/bin/prettier.cjs');

const CHECKS = [
  () => spawnSync(process.execPath, [PRETTIER, '--check', '--log-level=warn', '.'], { cwd: ROOT, stdio: 'inherit' }).status ?? 1,
  // Lint includes the import boundaries.
  () => runTurbo(['lint', 'types', 'docs:check', '--output-logs=new-only']),
];

for (const check of CHECKS) {
  const exitCode = await check();
  if (exitCode !== 0) process.exit(exitCode);
}
