import { Redis } from 'ioredis';
import { runStatement, type Deployment } from './deployment.ts';

/**
 * Deletes all emails and jobs of a deployment, and flushes earlier writes to disk, so that they do not slow down the next round.
 */
export async function emptyDeployment(deployment: Deployment): Promise<void> {
  await runStatement(deployment.databaseUrl, 'TRUNCATE "EmailRecord" CASCADE');
  await emptyQueue(deployment);
}

/** Deletes all jobs of a deployment and flushes earlier writes to disk. */
export async function emptyQueue({ databaseUrl, redisUrl, prefix }: Deployment): Promise<void> {
  if (redisUrl === undefined) await emptyTables(databaseUrl);
  else await removeKeys(redisUrl, prefix);
  await runStatement(databaseUrl, 'CHECKPOINT');
}

/** The tables of BullMQ, except those with its own metadata. */
async function emptyTables(databaseUrl: string): Promise<void> {
  const tables = await runStatement<{ name: string }>(
    databaseUrl,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'bullmq' AND tablename NOT IN ('migration', 'meta')`,
  );
  await runStatement(databaseUrl, `TRUNCATE ${tables.map(({ name }) => name).join(', ')} CASCADE`);
}

async function removeKeys(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url);
  try {
    for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1000 })) {
      const removable = (keys as string[]).filter((key) => !key.endsWith(':meta'));
      if (removable.length > 0) await redis.unlink(...removable);
    }
  } finally {
    redis.disconnect();
  }
}
