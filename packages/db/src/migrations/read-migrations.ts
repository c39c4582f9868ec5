/** The migrations of this release, as they lie in `prisma/migrations`. */
import { readdir, readFile } from 'node:fs/promises';
import type { MigrationList } from '@prisma/schema-engine-wasm';

/** Where migrations lie, seen from `src/migrations` and `dist/migrations` alike. */
export const MIGRATIONS_DIRECTORY = new URL('../../prisma/migrations/', import.meta.url);

/** Every migration, oldest first, in the form that the schema engine takes. */
export async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_DIRECTORY, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: MIGRATIONS_DIRECTORY.pathname,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(new URL(`${name}/migration.sql`, MIGRATIONS_DIRECTORY), 'utf8') },
        },
      })),
    ),
  };
}
