/** Fills the table like months of use, with statements that generate rows in the database itself. */
import type { Deployment } from '../deployment/deployment.ts';
import { runStatement } from '../deployment/deployment.ts';
import { ROWS_OF_EMAILS } from './rows-of-emails.ts';
import { withConnection } from './with-connection.ts';

/** Emails per set of statements. */
const CHUNK = 50_000;

/**
 * Adds `emails` emails, the last of them accepted a minute ago.
 *
 * It skips foreign key checks and creates the indexes at the end, which is faster and has the same result.
 */
export async function loadTable(deployment: Deployment, emails: number, onProgress: (done: number) => void): Promise<void> {
  await withConnection(deployment.databaseUrl, async (run) => {
    await run('SET session_replication_role = replica');
    await run('SET synchronous_commit = off');
    const definitions = await dropIndexes(run);
    for (let from = 0; from < emails; from += CHUNK) {
      const to = Math.min(from + CHUNK, emails);
      await run(`CREATE TEMP TABLE chunk AS ${ROWS_OF_EMAILS.chunk}`, [from, to - 1, emails]);
      for (const statement of ROWS_OF_EMAILS.statements) await run(statement);
      await run('DROP TABLE chunk');
      onProgress(to);
    }
    for (const definition of definitions) await run(definition);
  });
  await runStatement(deployment.databaseUrl, 'VACUUM (ANALYZE)');
  await runStatement(deployment.databaseUrl, 'CHECKPOINT');
}

type Run = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Drops the indexes that do not belong to a constraint. @returns the statements that create them again */
async function dropIndexes(run: Run): Promise<string[]> {
  const indexes = await run(
    `SELECT format('%I', relname) AS name, pg_get_indexdef(pg_class.oid) AS definition
     FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
     WHERE relnamespace = 'public'::regnamespace AND NOT indisunique`,
  );
  for (const { name } of indexes) await run(`DROP INDEX ${String(name)}`);
  return indexes.map(({ definition }) => String(definition));
}
