/**
 * The migrate command: migrates the database at `DATABASE_URL` to the schema of this release.
 *
 *   node apps/api/dist/migrate.js
 *   node apps/api/dist/migrate.js --applied NAME | --rolled-back NAME
 *
 * The second form records the outcome of an interrupted migration, then applies the remaining ones.
 */
import '@sendoff/runtime/require-node';

const { runMigrate } = await import('./startup/run-migrate.ts');
await runMigrate();
