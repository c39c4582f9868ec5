/** Databases for tests. Needs the server that `@sendoff/testkit/jest-global-setup` provides. */
import { createTestDatabase } from '@sendoff/testkit';
import { closeDatabase, openDatabase, type Database } from '../database.ts';
import { applyMigrations } from '../migrations/apply-migrations.ts';

export { sampleSubmission } from './sample-submission.ts';

/** Creates a database with the schema of this release; `drop` removes it. */
export function createMigratedDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  return createTestDatabase(async (url) => {
    await applyMigrations(url);
  });
}

/** Creates and opens such a database; `close` closes its connections and removes it. */
export async function openMigratedDatabase({
  maxConnections,
}: {
  readonly maxConnections: number;
}): Promise<{ readonly database: Database; readonly close: () => Promise<void> }> {
  const created = await createMigratedDatabase();
  const database = openDatabase({ url: created.url, maxConnections });
  return {
    database,
    close: async () => {
      await closeDatabase(database);
      await created.drop();
    },
  };
}
