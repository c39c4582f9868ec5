/** Times the SQL statements of the worker's maintenance. */
import { findDue, findExpiredLeases, removeExpiredContent, type Database } from '@sendoff/db';
import type { Table } from './table.ts';
import { timeCalls, type Timing } from './time-calls.ts';

const DAY_MS = 86_400_000;
/** The limits of the worker: rows found by one query and removed in one transaction. */
const DUE = 1000;
const LEASES = 500;
const BATCH = 500;
/** Content older than this has expired. */
const RETENTION_DAYS = 31;
const LOOKS = 100;

/** @param rounds the number of calls in all; each removes its share of the expired content */
export async function timeMaintenance(
  database: Database,
  { emails }: Table,
  rounds: number,
): Promise<{ name: string; timing: Timing }[]> {
  const before = new Date(Date.now() - RETENTION_DAYS * DAY_MS);
  const size = Math.min(BATCH, Math.floor(emails / 500 / rounds));
  return [
    {
      name: 'sweep: what is due',
      timing: await timeCalls(LOOKS, () => findDue(database, { dueBefore: new Date(), limit: DUE })),
    },
    { name: 'sweep: leases that have ended', timing: await timeCalls(LOOKS, () => findExpiredLeases(database, LEASES)) },
    {
      name: `retention: nothing to remove`,
      timing: await timeCalls(LOOKS, () => removeExpiredContent(database, new Date(0), BATCH)),
    },
    {
      name: 'retention: a batch of the oldest',
      timing: await timeCalls(1, async () => {
        const removed = await removeExpiredContent(database, before, Math.max(1, size));
        if (removed === 0) throw new Error('Retention found nothing to remove');
      }),
    },
  ];
}
