/** Reads the migrations of this release from `prisma/migrations`. */
import { readdir, readFile } from 'node:fs/promises';
import type { MigrationList } from '@prisma/schema-engine-wasm';

/** The same path relative to `src/migrations` and to `dist/migrations`. */
export const MIGRATIONS_DIRECTORY = new URL('../../prisma/migrations/', import.meta.url);

/** All migrations, oldest first, in the format of the schema engine. */
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
