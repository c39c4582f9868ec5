/** `sendoff keys revoke ID` */
import { commandLine } from '@sendoff/config';
import { revokeApiKey } from '@sendoff/db';
import { Command, InvalidArgumentError } from 'commander';
import { fail, print } from './print.ts';
import { withDatabase } from './with-database.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Describes the command. */
export function revokeKeyCommand(): Command {
  return new Command('revoke')
    .description('refuse an API key from now on; every process does so within a second')
    .argument('<id>', 'its id, as `keys list` shows it', readId)
    .action(revokeKey);
}

async function revokeKey(id: string): Promise<void> {
  await withDatabase(async (database) => {
    if (await revokeApiKey(database, id)) print(`Revoked ${id}.`);
    else fail(`There is no key with the id ${id} that is not revoked yet. See: ${commandLine('sendoff', 'keys list')}`);
  });
}

function readId(id: string): string {
  if (!UUID.test(id)) throw new InvalidArgumentError('An id looks like 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b.');
  return id;
}
