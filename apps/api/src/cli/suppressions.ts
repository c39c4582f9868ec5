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

/** Describes the command that reads a file. */
export function importSuppressionsCommand(): Command {
  return new Command('import')
    .description('put the addresses of a CSV file on the suppression list; exits 1 when lines were left out')
    .argument('<file>', 'the file, or - for standard input')
    .action((file: string) => withFile(() => withDatabase((database) => importFile(database, file))));
}

/** Describes the command that writes one. */
export function exportSuppressionsCommand(): Command {
  return new Command('export')
    .description('write the suppression list as CSV')
    .argument('<file>', 'the file, or - for standard output')
    .action((file: string) => withFile(() => withDatabase((database) => exportFile(database, file))));
}

async function importFile(database: Database, file: string): Promise<void> {
  const source = file === '-' ? process.stdin : createReadStream(file);
  if (file !== '-') await once(source, 'open');
  const { added, existing, invalid, badLines } = await importSuppressions(database, source);
  print(`Added ${String(added)}; ${String(existing)} were on the list already.`);
  if (invalid === 0) return;
  for (const { line, message } of badLines) fail(`Line ${String(line)}: ${message}`);
  fail(`${String(invalid)} ${invalid === 1 ? 'line was' : 'lines were'} left out.`);
}

async function exportFile(database: Database, file: string): Promise<void> {
  const lines = Readable.from(exportSuppressions(database));
  await (file === '-' ? pipeline(lines, process.stdout, { end: false }) : pipeline(lines, createWriteStream(file)));
}

/** A file that cannot be read or written is explained. */
async function withFile(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    if (code === undefined || path === undefined) throw error;
    fail(`${path} cannot be used: ${message}`);
  }
}
