/** Runs the Turborepo of node_modules. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { packageDirectories, ROOT } from './workspace.js';

const TURBO = createRequire(import.meta.url).resolve('turbo/bin/turbo');

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** One Ctrl-C can arrive more than once: from the terminal and from pnpm. */
const SAME_REQUEST_MS = 1000;

/** The shell convention: 128 + SIGINT. */
const EXIT_CODE_OF_CTRL_C = 130;

/**
 * Runs tasks and shows their output.
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
 * The number of tasks with these names in the workspace.
 *
 * @param {string[]} names
 */
export function countTasks(names) {
  const scripts = packageDirectories().flatMap((directory) =>
    Object.keys(JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')).scripts ?? {}),
  );
  return scripts.filter((name) => names.includes(name)).length;
}

/**
 * Runs tasks and shows only the output of failed ones, on standard error.
 *
 * @param {string[]} args
 * @param {() => void} [onTask] called when a task starts
 * @returns {Promise<number>} the exit code
 */
export async function runTurboQuietly(args, onTask) {
  const turbo = spawnTurbo([...args, '--json'], 'pipe');
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  createInterface({ input: turbo.stdout }).on('line', (line) => {
    const { source, text: said } = readLine(line);
    const known = lines.get(source);
    if (known !== undefined) return void known.push(said);
    lines.set(source, [said]);
    if (source !== 'turbo') onTask?.();
  });
  const [complained] = await Promise.all([text(turbo.stderr), once(turbo, 'close')]);
  if (turbo.exitCode !== 0) {
    const failed = /^Failed: +(.+)$/m.exec(lines.get('turbo')?.join('\n') ?? '')?.[1]?.split(', ') ?? [];
    const shown = failed.flatMap((task) => lines.get(task) ?? []);
    process.stderr.write([...(shown.length > 0 ? shown : [...lines.values()].flat()), complained].join('\n'));
  }
  return turbo.exitCode ?? 1;
}

/**
 * Parses a line of `turbo --json`; any other line is attributed to Turborepo itself.
 *
 * @param {string} line
 * @returns {{ source: string, text: string }}
 */
function readLine(line) {
  try {
    const { source, text: said } = JSON.parse(line);
    return { source: String(source), text: String(said) };
  } catch {
    return { source: 'turbo', text: line };
  }
}

/**
 * Starts Turborepo without telemetry, in a session of its own: it kills its tasks at a second signal, and one Ctrl-C would arrive
 * twice, from the terminal and from this process.
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
    // The wrapper of Turborepo forwards SIGTERM; it handles SIGINT differently.
    turbo.kill('SIGTERM');
  };
  for (const signal of SIGNALS) process.on(signal, handDown);
  turbo.once('exit', () => {
    for (const signal of SIGNALS) process.off(signal, handDown);
    if (handedDownAt > 0) process.exit(EXIT_CODE_OF_CTRL_C);
  });
  return turbo;
}
