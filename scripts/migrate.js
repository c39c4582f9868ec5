/** `pnpm db:migrate`: applies the migrations to `DATABASE_URL`. */
import '../packages/runtime/bin/require-node.js';
import { buildIfNeeded } from './build-if-needed.js';

await buildIfNeeded();
const { migrateHere } = await import('../packages/devstack/dist/commands/run-with-parts.js');
await migrateHere(process.argv.slice(2));
