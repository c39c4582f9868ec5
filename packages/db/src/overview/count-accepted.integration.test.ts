import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closeDatabase, openDatabase, type Database } from '../database.ts';
import { acceptSubmissions } from '../email/accept-submissions.ts';
import { listEmails } from '../email/list-emails.ts';
import type { EmailFilter } from '../email/page-request.ts';
import type { EmailStatus } from '../generated/enums.ts';
import { newId, timeOfId } from '../new-id.ts';
import { createMigratedDatabase, sampleSubmission } from '../testing/index.ts';
import { countAccepted, type AcceptedCounts } from './count-accepted.ts';

let database: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const created = await createMigratedDatabase();
  drop = () => created.drop();
  database = openDatabase({ url: created.url, maxConnections: 4 });
});
afterAll(async () => {
  await closeDatabase(database);
  await drop();
});

async function accept(status: EmailStatus, changes: Parameters<typeof sampleSubmission>[0] = {}): Promise<string> {
  const email = sampleSubmission({ id: newId(), ...changes });
  await acceptSubmissions(database, [email]);
  await database.emailRecord.update({ where: { id: email.id }, data: { status } });
  return email.id;
}

/** Each count, and the list filter that must return as many emails. */
const FILTERS: Readonly<Record<keyof AcceptedCounts, EmailFilter>> = {
  accepted: {},
  simulated: { mode: 'test' },
  sent: { status: 'sent', mode: 'live' },
  deferred: { status: 'deferred', mode: 'live' },
  bounced: { status: 'bounced', mode: 'live' },
  failed: { status: 'failed', mode: 'live' },
  suppressed: { status: 'suppressed', mode: 'live' },
};

test('each count equals the number of emails in the list with the same filter and time range', async () => {
  const before = await accept('sent');
  const first = await accept('sent');
  for (const status of ['sent', 'bounced', 'failed', 'suppressed', 'deferred', 'queued', 'in_doubt', 'scheduled'] as const) {
    await accept(status);
  }
  await accept('sent', { mode: 'test' });
  const recipients = [{ address: 'delivered@resend.dev', kind: 'to' as const }];
  const toTestAddress = await accept('sent', { to: ['delivered@resend.dev'], recipients });
  const last = await accept('sent');
  expect(timeOfId(before).getTime()).toBeLessThanOrEqual(timeOfId(first).getTime());
  const range = { from: timeOfId(first), until: timeOfId(last) };

  const counts = await countAccepted(database, range, 10_000, 'all');
  for (const [name, filter] of Object.entries(FILTERS)) {
    const { emails } = await listEmails(database, {
      scope: 'all',
      limit: 100,
      filter: { ...filter, createdAfter: range.from, createdBefore: range.until },
    });
    expect([name, emails.length]).toEqual([name, counts[name as keyof AcceptedCounts]]);
  }
  expect(counts).toMatchObject({ simulated: 2, bounced: 1, failed: 1, suppressed: 1, deferred: 1 });
  const simulated = await listEmails(database, { scope: 'all', limit: 1, filter: { mode: 'test' } });
  expect(simulated.emails[0]?.id).toBe(toTestAddress);
});

test('a count stops one beyond the limit', async () => {
  const all = { from: new Date(0), until: new Date(Date.now() + 60_000) };
  expect(await countAccepted(database, all, 3, 'all')).toMatchObject({ accepted: 4, failed: 1 });
});
