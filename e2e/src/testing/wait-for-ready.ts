import { describe, type Program } from './start-program.ts';
import { waitUntil } from './wait-until.ts';

const LIMIT_MS = 30_000;

/**
 * Resolves when `/readyz` at `url` responds with 200.
 *
 * @throws {Error} with the program's last lines if it exits instead
 */
export async function waitForReady(program: Program, url: string): Promise<void> {
  await waitUntil(`${program.name} being ready at ${url}`, LIMIT_MS, async () => {
    if (program.hasEnded()) throw new Error(`${describe(program)}\nIt exited before it was ready.`);
    return answersWell(`${url}/readyz`);
  });
}

async function answersWell(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
