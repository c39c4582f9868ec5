export { applyMigrations, settleMigration } from './apply-migrations.ts';
export { InterruptedMigration, type Settlement } from './settle-failed-migrations.ts';
