/** `sendoff suppressions import FILE` and `sendoff suppressions export FILE` */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from '@sendoff/db';
import { Command } from 'commander';
import { exportSuppressions } from '../suppressions/export-suppressions.ts';
import { importSuppressions } from '../suppressions/import-suppressions.ts';
import { fail, print } from './print.ts';
import { withDatabase } from './with-database.ts';

/** The `suppressions import` command. */
export function importSuppressionsCommand(): Command {
  return new Command('import')
    .description('add the addresses of a CSV file to the suppression list; exits with 1 if lines were skipped')
    .argument('<file>', 'path of the file, or - for standard input')
    .action((file: string) => withFile(() => withDatabase((database) => importFile(database, file))));
}

/** The `suppressions export` command. */
export function exportSuppressionsCommand(): Command {
  return new Command('export')
    .description('write the suppression list as CSV')
    .argument('<file>', 'path of the file, or - for standard output')
    .action((file: string) => withFile(() => withDatabase((database) => exportFile(database, file))));
}

async function importFile(database: Database, file: string): Promise<void> {
  const source = file === '-' ? process.stdin : createReadStream(file);
  if (file !== '-') await once(source, 'open');
  const { added, existing, invalid, badLines } = await importSuppressions(database, source);
  print(`Added ${String(added)}; ${String(existing)} already on the list.`);
  if (invalid === 0) return;
  for (const { line, message } of badLines) fail(`Line ${String(line)}: ${message}`);
  fail(`${String(invalid)} ${invalid === 1 ? 'line was' : 'lines were'} skipped.`);
}

async function exportFile(database: Database, file: string): Promise<void> {
  const lines = Readable.from(exportSuppressions(database));
  await (file === '-' ? pipeline(lines, process.stdout, { end: false }) : pipeline(lines, createWriteStream(file)));
}

/** Reports a file that cannot be read or written. */
async function withFile(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    if (code === undefined || path === undefined) throw error;
    fail(`Cannot use ${path}: ${message}`);
  }
}
