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

/** The `keys create` command. */
export function createKeyCommand(): Command {
  const command = new Command('create')
    .description('create an API key and print it once')
    .argument('<name>', 'name of the key', readKeyName)
    .addOption(
      new Option('--permission <permission>', 'full_access: all operations; sending_access: only sending email')
        .choices(PERMISSIONS)
        .default('full_access'),
    )
    .option('--test', 'create a test key: its email is simulated and never delivered')
    .option('--if-none', 'do nothing if a key already exists')
    .option('--quiet', 'print only the key');
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
        `Created the ${mode} key "${name}" with ${permission} (id ${id})${more}.\n\n  ${token}\n\nSave the key now: it is not shown again.`,
      );
  });
}
