/** `sendoff keys revoke ID` */
import { commandLine } from '@sendoff/config';
import { revokeApiKey } from '@sendoff/db';
import { Command } from 'commander';
import { readKeyId } from './key-arguments.ts';
import { fail, print } from './print.ts';
import { withDatabase } from './with-database.ts';

/** The `keys revoke` command. */
export function revokeKeyCommand(): Command {
  return new Command('revoke')
    .description('revoke an API key; every process rejects it within a second')
    .argument('<id>', 'id of the key, as shown by `keys list`', readKeyId)
    .action(revokeKey);
}

async function revokeKey(id: string): Promise<void> {
  await withDatabase(async (database) => {
    if (await revokeApiKey(database, id, 'all')) print(`Revoked ${id}.`);
    else fail(`There is no key with the id ${id}, or it is already revoked. See: ${commandLine('sendoff', 'keys list')}`);
  });
}
