/** `pnpm check`: runs the static checks and stops at the first that fails. */
import '../packages/runtime/bin/require-node.js';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runTurbo } from './run-turbo.js';
import { ROOT } from './workspace.js';

/** Files of the tools, whose packages do not all export them. */
const PRETTIER = join(ROOT, 'node_modules/prettier/bin/prettier.cjs');
const KNIP = join(ROOT, 'node_modules/knip/bin/knip.js');
const DPDM = join(ROOT, 'node_modules/dpdm/lib/bin/dpdm.js');
const SOURCES = [
  'apps/*/{src,test}/**/*.{ts,tsx}',
  'packages/*/{src,test}/**/*.ts',
  '{e2e,chaos,bench,docker}/{src,test}/**/*.ts',
];

const CIRCLES_ALONE = ['--no-tree', '--no-warning', '--no-progress'];

/** Runs a program of Node.js. @returns its exit code */
const run = (...args) => spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;

const CHECKS = [
  () => run(PRETTIER, '--check', '--log-level=warn', '.'),
  // Lint includes the import boundaries.
  () => runTurbo(['lint', 'types', 'docs:check', '--output-logs=new-only']),
  // Files, exports and dependencies that nothing uses; knip.json names the entries. Needs what was generated before.
  () => run(KNIP, '--no-progress', '--no-config-hints'),
  // Import circles, also of types alone, which knip does not count.
  () => run(DPDM, ...SOURCES, '--exit-code=circular:1', '--exclude=node_modules|/generated/', ...CIRCLES_ALONE),
];

for (const check of CHECKS) {
  const exitCode = await check();
  if (exitCode !== 0) process.exit(exitCode);
}
