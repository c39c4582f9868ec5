/** A lock between processes, so that two commands do not create the same database. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './is-alive.ts';

const TIMEOUT_MS = 180_000;
const POLL_MS = 25;

/**
 * Runs `work` while holding the lock file, and waits for another process that holds it. The lock of a dead process is taken over.
 *
 * @throws {Error} when another process holds the lock for minutes.
 */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true });
  const deadline = performance.now() + TIMEOUT_MS;
  while (!acquire(file)) {
    if (performance.now() > deadline) throw new Error(`Another process has held the lock ${file} for minutes.`);
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function acquire(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = holderOf(file);
  if (holder !== undefined && !isAlive(holder)) rmSync(file, { force: true });
  return false;
}

/** `undefined` between the creation of the file and the write to it. */
function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}
