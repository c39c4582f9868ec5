/**
 * The migrate command: brings `DATABASE_URL` to the schema of this release.
 *
 *   node apps/api/dist/migrate.js
 *   node apps/api/dist/migrate.js --applied NAME | --rolled-back NAME
 *
 * The second form records what became of a migration in the middle of which the command was killed, and goes
 * on with the others.
 */
import '@sendoff/runtime/require-node';

const { runMigrate } = await import('./startup/run-migrate.ts');
await runMigrate();
