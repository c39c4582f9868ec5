/** `sendoff keys create NAME` */
import { createApiKey, listApiKeys, NO_RESTRICTIONS, type Permission } from '@sendoff/db';
import { Command, Option } from 'commander';
import { readKeyName, withWeightOption } from './key-arguments.ts';
import { describeLimits, restrictionsOf, withLimitOptions, type LimitOptions } from './key-limits.ts';
import { print } from './print.ts';
import { withDatabase } from './with-database.ts';

interface Options extends LimitOptions {
  readonly permission: Permission;
  readonly weight?: number;
  readonly test?: true;
  readonly ifNone?: true;
  readonly quiet?: true;
}

const PERMISSIONS = ['full_access', 'sending_access'] as const satisfies readonly Permission[];

/** Describes the command. */
export function createKeyCommand(): Command {
  const command = new Command('create')
    .description('make an API key and print it, this once')
    .argument('<name>', 'what it is for', readKeyName)
    .addOption(
      new Option('--permission <permission>', 'what it may do: everything, or only send')
        .choices(PERMISSIONS)
        .default('full_access'),
    )
    .option('--test', 'its email is acted out and never leaves the machine')
    .option('--if-none', 'do nothing when there is a key already')
    .option('--quiet', 'print the key and nothing else');
  return withLimitOptions(withWeightOption(command)).action(createKey);
}

async function createKey(name: string, { permission, weight = 1, test, ifNone, quiet, ...limits }: Options): Promise<void> {
  const restrictions = restrictionsOf(limits);
  const described = describeLimits({ ...NO_RESTRICTIONS, ...restrictions }, new Date());
  const more = `${weight === 1 ? '' : `, weight ${String(weight)}`}${described === 'none' ? '' : `, limits: ${described}`}`;
  await withDatabase(async (database) => {
    if (ifNone && (await listApiKeys(database, { limit: 1, scope: 'all' })).keys.length > 0) return;
    const mode = test ? 'test' : 'live';
    const { id, token } = await createApiKey(database, { name, permission, mode, weight, restrictions });
    if (quiet) print(token);
    else
      print(
        `Created the ${mode} key "${name}" with ${permission} (id ${id})${more}.\n\n  ${token}\n\nThis is the only time it is shown.`,
      );
  });
}
