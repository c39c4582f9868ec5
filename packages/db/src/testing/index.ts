/** Databases for tests. Needs the server that `@sendoff/embedded/jest-global-setup` provides. */
import { createTestDatabase } from '@sendoff/embedded/testing';
import { applyMigrations } from '../migrations/apply-migrations.ts';

export { sampleSubmission } from './sample-submission.ts';

/** A database of its own with the schema of this release; `drop` removes it. */
export async function createMigratedDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const created = await createTestDatabase();
  await applyMigrations(created.url);
  return created;
}
