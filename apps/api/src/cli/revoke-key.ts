/** `sendoff keys revoke ID` */
import { commandLine } from '@sendoff/config';
import { revokeApiKey } from '@sendoff/db';
import { Command } from 'commander';
import { readKeyId } from './key-arguments.ts';
import { fail, print } from './print.ts';
import { withDatabase } from './with-database.ts';

/** Describes the command. */
export function revokeKeyCommand(): Command {
  return new Command('revoke')
    .description('refuse an API key from now on; every process does so within a second')
    .argument('<id>', 'its id, as `keys list` shows it', readKeyId)
    .action(revokeKey);
}

async function revokeKey(id: string): Promise<void> {
  await withDatabase(async (database) => {
    if (await revokeApiKey(database, id, 'all')) print(`Revoked ${id}.`);
    else fail(`There is no key with the id ${id} that is not revoked yet. See: ${commandLine('sendoff', 'keys list')}`);
  });
}
