/** Runs a command, prints its errors and ends the process. */
import { InvalidEnvironment } from '@sendoff/config';
import { PortTaken } from '../port-taken.ts';

/** Runs the command and exits with the code it returns; if it throws, prints the error and exits with 1. */
export async function runCommand(command: () => Promise<number>): Promise<never> {
  process.exit(await command().catch(explain));
}

function explain(error: unknown): number {
  process.stderr.write(`\n${describe(error)}\n`);
  return 1;
}

function describe(error: unknown): string {
  if (error instanceof InvalidEnvironment) return `${error.message}\nEvery variable is described in docs/environment.md.`;
  if (error instanceof PortTaken) return error.message;
  if (error instanceof AggregateError) return [error.message, ...error.errors.map(describe)].join('\n');
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n(${describe(error.cause)})`;
}
