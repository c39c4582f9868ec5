/** `sendoff keys create NAME` */
import { createApiKey, listApiKeys, type Permission } from '@sendoff/db';
import { Command, InvalidArgumentError, Option } from 'commander';
import { print } from './print.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  readonly permission: Permission;
  readonly test?: true;
  readonly ifNone?: true;
  readonly quiet?: true;
}

const PERMISSIONS = ['full_access', 'sending_access'] as const satisfies readonly Permission[];
/** Characters; the wire's limit. */
const LONGEST_NAME = 50;

/** Describes the command. */
export function createKeyCommand(): Command {
  return new Command('create')
    .description('make an API key and print it, this once')
    .argument('<name>', 'what it is for', readName)
    .addOption(
      new Option('--permission <permission>', 'what it may do: everything, or only send')
        .choices(PERMISSIONS)
        .default('full_access'),
    )
    .option('--test', 'its email is acted out and never leaves the machine')
    .option('--if-none', 'do nothing when there is a key already')
    .option('--quiet', 'print the key and nothing else')
    .action(createKey);
}

async function createKey(name: string, { permission, test, ifNone, quiet }: Options): Promise<void> {
  await withDatabase(async (database) => {
    if (ifNone && (await listApiKeys(database, { limit: 1 })).keys.length > 0) return;
    const mode = test ? 'test' : 'live';
    const { id, token } = await createApiKey(database, { name, permission, mode });
    if (quiet) print(token);
    else
      print(
        `Created the ${mode} key "${name}" with ${permission} (id ${id}).\n\n  ${token}\n\nThis is the only time it is shown.`,
      );
  });
}

function readName(name: string): string {
  if (name.trim() === '' || name.length > LONGEST_NAME) throw new InvalidArgumentError('A name has 1 to 50 characters.');
  return name;
}
