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

/** Describes the command. */
export function updateKeyCommand(): Command {
  const command = new Command('update')
    .description(
      'change the name, the weight or the limits of an API key; every process holds it to its limits within a second, and follows its weight within ten',
    )
    .argument('<id>', 'its id, as `keys list` shows it', readKeyId)
    .option('--name <name>', 'what it is for', readKeyName);
  return withLimitOptions(withWeightOption(command)).action(updateKey);
}

async function updateKey(id: string, { name, weight, ...limits }: Options): Promise<void> {
  const restrictions = restrictionsOf(limits);
  if (name === undefined && weight === undefined && Object.keys(restrictions).length === 0) {
    fail('There is nothing to change. Give the key a name, a weight or a limit, such as --expires 90d.');
    return;
  }
  await withDatabase(async (database) => {
    const result = await updateApiKey(database, id, { name, weight, restrictions }, 'all');
    if (result === 'updated') print(`Updated ${id}.`);
    else if (result === 'bootstrap') fail('The key of BOOTSTRAP_API_KEY can have no limits. Make another key with limits.');
    else fail(`There is no key with the id ${id} that is not revoked. See: ${commandLine('sendoff', 'keys list')}`);
  });
}
