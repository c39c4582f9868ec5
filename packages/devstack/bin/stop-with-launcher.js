/**
 * Imported first by what pnpm runs: asks this process to stop when whoever launched it is gone
 * without having stopped it. A signal sent to npx alone is not handed down to the script that pnpm
 * runs, and a script left behind in this way could be reached by no Ctrl-C.
 *
 * Plain JavaScript, because it must be there before anything is built.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';

/** On Linux a look costs next to nothing; elsewhere it takes a run of ps. */
const PERIOD_MS = process.platform === 'linux' ? 500 : 2000;

/**
 * The chain of watched processes ends below npx, or else below Turborepo. That pnpm goes on
 * without the shell it was started from (`nohup`, `disown`) is as it should be.
 */
const LAUNCHER = /^npm (exec|x)\b|\bturbo\b.* dev\b|\bscripts\/dev\.js\b/;

const links = linksToLauncher();
const timer = setInterval(() => {
  if (links.every(({ pid, parent }) => parentOf(pid) === parent)) return;
  clearInterval(timer);
  process.kill(process.pid, 'SIGTERM');
}, PERIOD_MS);
timer.unref();

/** The processes between this one and the outermost launcher, this one included, each with its parent. */
function linksToLauncher() {
  const chain = [{ pid: process.pid, parent: process.ppid }];
  let watched = 1;
  for (let pid = process.ppid; pid > 1;) {
    if (LAUNCHER.test(commandOf(pid))) watched = chain.length;
    const parent = parentOf(pid);
    if (parent === undefined) break;
    chain.push({ pid, parent });
    pid = parent;
  }
  return chain.slice(0, watched);
}

/** @param {number} pid */
function parentOf(pid) {
  if (pid === process.pid) return process.ppid;
  if (process.platform !== 'linux') return Number(ps(pid, 'ppid=')) || undefined;
  // The name in brackets may hold anything; the parent is the second field after it (proc(5)).
  const fields = readProc(pid, 'stat').split(') ').at(-1)?.split(' ');
  return Number(fields?.[1]) || undefined;
}

/** @param {number} pid */
function commandOf(pid) {
  return process.platform === 'linux' ? readProc(pid, 'cmdline').replaceAll('\0', ' ') : ps(pid, 'command=');
}

/** @param {number} pid @param {string} file */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** @param {number} pid @param {string} column */
function ps(pid, column) {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}
