import { describe, type Program } from './start-program.ts';
import { waitUntil } from './wait-until.ts';

const LIMIT_MS = 30_000;

/**
 * Resolves when `/readyz` at `url` answers 200.
 *
 * @throws {Error} with the program's last lines when it ends instead.
 */
export async function waitForReady(program: Program, url: string): Promise<void> {
  await waitUntil(`${program.name} being ready at ${url}`, LIMIT_MS, async () => {
    if (program.hasEnded()) throw new Error(`${describe(program)}\nIt ended instead of getting ready.`);
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
