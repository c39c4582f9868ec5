import { loadAdminEnvironment, loadOrExit, type AdminEnvironment } from '@sendoff/config';
import { closeDatabase, findDatabaseProblem, openDatabase, type Database } from '@sendoff/db';
import { fail } from './print.ts';

/** Runs a command on the database of the deployment. If the database cannot be used, reports why and does not run the command. */
export async function withDatabase(command: (database: Database, environment: AdminEnvironment) => Promise<void>): Promise<void> {
  const environment = loadOrExit(loadAdminEnvironment);
  const problem = await findDatabaseProblem(environment.DATABASE_URL);
  if (problem !== null) {
    fail(problem);
    return;
  }
  const database = openDatabase({ url: environment.DATABASE_URL, maxConnections: 2 });
  try {
    await command(database, environment);
  } finally {
    await closeDatabase(database);
  }
}
