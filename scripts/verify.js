/** `pnpm verify`: every check that continuous integration makes; stops at the first that fails. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, runTurbo } from './run-turbo.js';

const PRETTIER = createRequire(import.meta.url).resolve('prettier/bin/prettier.cjs');

/** @param {string[]} args */
const runNode = (...args) => spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;

const CHECKS = [
  () => runNode(PRETTIER, '--check', '--log-level=warn', '.'),
  () => runTurbo(['lint', 'types', 'docs:check', '--output-logs=new-only']),
  () => runNode(join(import.meta.dirname, 'test.js')),
];

for (const check of CHECKS) {
  const exitCode = await check();
  if (exitCode !== 0) process.exit(exitCode);
}
