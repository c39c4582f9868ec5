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

/** One Ctrl-C can arrive here more than once: from the terminal and from pnpm. */
const SAME_REQUEST_MS = 1000;

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
 * In a session of its own, because Turborepo takes a second signal for the wish to kill its tasks,
 * and one Ctrl-C would reach it twice: from the terminal and handed down from here. Nor is it to
 * report home.
 *
 * @param {string[]} args
 * @param {'inherit' | 'pipe'} output
 */
function spawnTurbo(args, output) {
  const turbo = spawn(process.execPath, [TURBO, 'run', ...args], {
    cwd: ROOT,
    stdio: ['ignore', output, output],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
    detached: true,
  });
  let handedDownAt = -Infinity;
  const handDown = () => {
    if (performance.now() - handedDownAt < SAME_REQUEST_MS) return;
    handedDownAt = performance.now();
    // Of the two, the one that Turborepo's wrapper passes on.
    turbo.kill('SIGTERM');
  };
  for (const signal of SIGNALS) process.on(signal, handDown);
  turbo.once('exit', () => {
    for (const signal of SIGNALS) process.off(signal, handDown);
    if (handedDownAt > 0) process.exit(EXIT_CODE_OF_CTRL_C);
  });
  return turbo;
}
