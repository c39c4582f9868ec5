/** `sendoff keys update ID` */
import { commandLine } from '@sendoff/config';
import { updateApiKey } from '@sendoff/db';
import { Command } from 'commander';
import { readKeyId, readKeyName, withWeightOption } from './key-arguments.ts';
import { restrictionsOf, withLimitOptions, type LimitOptions } from './key-limits.ts';
import { fail, print } from './print.ts';
import { withDatabase } from './with-database.ts';

interface Options extends LimitOptions {
  readonly name?: string;
  readonly weight?: number;
}

/** The `keys update` command. */
export function updateKeyCommand(): Command {
  const command = new Command('update')
    .description(
      'change the name, the weight or the limits of an API key; limits apply in every process within a second, weights ' +
        'within ten',
    )
    .argument('<id>', 'id of the key, as shown by `keys list`', readKeyId)
    .option('--name <name>', 'new name of the key', readKeyName);
  return withLimitOptions(withWeightOption(command)).action(updateKey);
}

async function updateKey(id: string, { name, weight, ...limits }: Options): Promise<void> {
  const restrictions = restrictionsOf(limits);
  if (name === undefined && weight === undefined && Object.keys(restrictions).length === 0) {
    fail('Nothing to change. Pass a name, a weight or a limit, such as --expires 90d.');
    return;
  }
  await withDatabase(async (database) => {
    const result = await updateApiKey(database, id, { name, weight, restrictions }, 'all');
    if (result === 'updated') print(`Updated ${id}.`);
    else if (result === 'bootstrap') fail('The key of BOOTSTRAP_API_KEY can have no limits. Create another key with limits.');
    else fail(`There is no key with the id ${id}, or it is revoked. See: ${commandLine('sendoff', 'keys list')}`);
  });
}
