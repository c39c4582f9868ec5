/** Runs Turborepo, the one in node_modules. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, '..');

const TURBO = createRequire(import.meta.url).resolve('turbo/bin/turbo');

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** As shells have it: 128 + SIGINT. */
const EXIT_CODE_OF_CTRL_C = 130;

/**
 * Runs tasks and shows what they print.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function runTurbo(args) {
  const turbo = spawnTurbo(args, 'inherit');
  await once(turbo, 'exit');
  return turbo.exitCode ?? 1;
}

/**
 * Runs tasks and shows what they print only when they fail, on standard error.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function runTurboQuietly(args) {
  const turbo = spawnTurbo([...args, '--output-logs=errors-only'], 'pipe');
  const [said, complained] = await Promise.all([text(turbo.stdout), text(turbo.stderr), once(turbo, 'close')]);
  if (turbo.exitCode !== 0) process.stderr.write(`${said}${complained}`);
  return turbo.exitCode ?? 1;
}

/**
 * Turborepo is not to report home. A signal that reaches this process alone is handed down, and
 * this process ends when Turborepo has ended its tasks.
 *
 * @param {string[]} args
 * @param {'inherit' | 'pipe'} output
 */
function spawnTurbo(args, output) {
  const turbo = spawn(process.execPath, [TURBO, 'run', ...args], {
    cwd: ROOT,
    stdio: ['ignore', output, output],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  let interrupted = false;
  const handDown = () => {
    interrupted = true;
    turbo.kill('SIGTERM');
  };
  for (const signal of SIGNALS) process.on(signal, handDown);
  turbo.once('exit', () => {
    for (const signal of SIGNALS) process.off(signal, handDown);
    if (interrupted) process.exit(EXIT_CODE_OF_CTRL_C);
  });
  return turbo;
}
