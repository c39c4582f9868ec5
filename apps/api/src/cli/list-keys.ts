/** `sendoff keys list` */
import { commandLine } from '@sendoff/config';
import { listApiKeys, readKeyUsage } from '@sendoff/db';
import { Command } from 'commander';
import { describeLimits } from './key-limits.ts';
import { print, table } from './print.ts';
import { withDatabase } from './with-database.ts';

/** The `keys list` command. */
export function listKeysCommand(): Command {
  return new Command('list').description('list the API keys that are not revoked, newest first').action(listKeys);
}

async function listKeys(): Promise<void> {
  await withDatabase(async (database) => {
    const { keys, hasMore } = await listApiKeys(database, { limit: 1000, scope: 'all' });
    if (keys.length === 0) {
      print(`There are no API keys. Create one with: ${commandLine('sendoff', 'keys create NAME')}`);
      return;
    }
    const now = new Date();
    const usage = await readKeyUsage(
      database,
      keys.map(({ id }) => id),
    );
    const rows = keys.map(({ id, prefix, permission, mode, createdAt, lastUsedAt, name, weight, ...restrictions }) => [
      id,
      `${prefix}...`,
      permission,
      mode,
      createdAt.toISOString(),
      lastUsedAt?.toISOString() ?? 'never',
      weight === 1 ? '' : String(weight),
      describeLimits(restrictions, now, usage.get(id)),
      name,
    ]);
    print(table([['ID', 'KEY', 'PERMISSION', 'MODE', 'CREATED', 'LAST USED', 'WEIGHT', 'LIMITS', 'NAME'], ...rows]));
    if (hasMore) print(`Only the newest ${String(keys.length)} keys are shown.`);
  });
}
