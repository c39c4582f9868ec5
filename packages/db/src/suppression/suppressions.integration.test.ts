/** The suppression list: adding, effect on attempts, reading and removing. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../database.ts';
import { acceptSubmissions } from '../email/accept-submissions.ts';
import { beginAttempts } from '../email/begin-attempts.ts';
import { recordOutcomes, type RecordedOutcome } from '../email/record-outcomes.ts';
import { retryEmail } from '../email/retry-email.ts';
import { newId } from '../new-id.ts';
import { openMigratedDatabase, sampleSubmission } from '../testing/index.ts';
import { createWebhook } from '../webhook/create-webhook.ts';
import { addSuppressions } from './add-suppressions.ts';
import { findSuppression } from './find-suppression.ts';
import { listSuppressions, readAllSuppressions } from './list-suppressions.ts';
import { removeSuppressions } from './remove-suppressions.ts';

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 4 }));
});
afterAll(() => close());
beforeEach(async () => {
  await database.suppression.deleteMany();
});

const TERMS = { worker: 'w', leaseMs: 60_000 };
const manual = (...emails: string[]) =>
  addSuppressions(
    database,
    emails.map((email) => ({ email, origin: 'manual' as const })),
  );

async function accept(...addresses: string[]): Promise<string> {
  const recipients = addresses.map((address) => ({ address, kind: 'to' as const }));
  const submission = sampleSubmission({ to: addresses, recipients });
  await acceptSubmissions(database, [submission]);
  return submission.id;
}

const bounced = (emailId: string, n: number, suppress: readonly string[]): RecordedOutcome => {
  const reply = { replyCode: 550, enhancedCode: '5.1.1', replyText: '5.1.1 No such user' };
  return {
    emailId,
    n,
    record: {
      ...{ outcome: 'bounced', reason: 'unknown_user', relay: 'smtp://r:25', skippedRelays: [], ...reply },
      ...{ remoteAddress: null, tlsVersion: null, providerMessageId: null, recipients: [] },
    },
    after: {
      ...{ status: 'bounced', retryInMs: null, retryCount: 0, relayFailureCount: 0, suppress },
      recipients: suppress.map((address) => ({ address, state: 'bounced', ...reply })),
      events: [{ type: 'bounced', data: {} }],
    },
  };
};

describe('adding', () => {
  test('adds each address once, with its first origin', async () => {
    const first = await manual('ann@example.com', 'bob@example.com', 'ann@example.com');
    expect(first.map(({ email, isNew }) => [email, isNew])).toEqual([
      ['ann@example.com', true],
      ['bob@example.com', true],
    ]);
    const again = await addSuppressions(database, [{ email: 'ann@example.com', origin: 'complaint' }]);
    expect(again).toEqual([{ id: first[0]?.id, email: 'ann@example.com', isNew: false }]);
    expect(await findSuppression(database, { kind: 'email', email: 'ann@example.com' })).toMatchObject({ origin: 'manual' });
  });

  test('does not deadlock when concurrent calls have opposite orders', async () => {
    const emails = Array.from({ length: 200 }, (_, n) => `user${String(n)}@example.com`);
    await Promise.all([1, 2, 3, 4].map((n) => manual(...(n % 2 === 0 ? emails : emails.toReversed()))));
    expect(await database.suppression.count()).toBe(200);
  });
});

describe('an attempt', () => {
  test('knows which recipients are suppressed when it begins', async () => {
    await manual('bob@example.com');
    const id = await accept('ann@example.com', 'bob@example.com');
    const [delivery] = await beginAttempts(database, [{ emailId: id, generation: 0 }], TERMS);
    expect(delivery?.recipients).toEqual([
      { address: 'ann@example.com', state: 'pending', isSuppressed: false },
      { address: 'bob@example.com', state: 'pending', isSuppressed: true },
    ]);
  });

  test('of test mail ignores the list', async () => {
    await manual('ann@example.com');
    const submission = sampleSubmission({ mode: 'test' });
    await acceptSubmissions(database, [submission]);
    const [delivery] = await beginAttempts(database, [{ emailId: submission.id, generation: 0 }], TERMS);
    expect(delivery?.recipients).toMatchObject([{ address: 'ann@example.com', isSuppressed: false }]);
  });

  test('that bounces suppresses the recipient, which also applies to a manual retry', async () => {
    const id = await accept('gone@example.com');
    await beginAttempts(database, [{ emailId: id, generation: 0 }], TERMS);
    await recordOutcomes(database, [bounced(id, 1, ['gone@example.com'])]);
    expect(await findSuppression(database, { kind: 'email', email: 'gone@example.com' })).toMatchObject({
      origin: 'bounce',
      sourceEmailId: id,
    });

    const retried = await retryEmail(database, id, 'all');
    if (retried.kind !== 'done') throw new Error(retried.kind);
    const [delivery] = await beginAttempts(database, [{ emailId: id, generation: retried.generation }], TERMS);
    expect(delivery?.recipients).toEqual([{ address: 'gone@example.com', state: 'pending', isSuppressed: true }]);
  });

  test('that bounces concurrently with others for the same address suppresses it once', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => accept('gone@example.com', 'away@example.com')));
    await beginAttempts(
      database,
      ids.map((emailId) => ({ emailId, generation: 0 })),
      TERMS,
    );
    await Promise.all(
      ids.map((id, n) => {
        const both = ['gone@example.com', 'away@example.com'];
        return recordOutcomes(database, [bounced(id, 1, n % 2 === 0 ? both : both.toReversed())]);
      }),
    );
    expect(await database.suppression.count()).toBe(2);
  });
});

test('subscribed endpoints get one webhook for each added and removed suppression', async () => {
  await createWebhook(database, {
    url: 'https://acme.example/hook',
    events: ['suppression.added', 'suppression.removed'],
  });
  await manual('ann@example.com');
  await manual('ann@example.com');
  const id = await accept('gone@example.com');
  await beginAttempts(database, [{ emailId: id, generation: 0 }], TERMS);
  await recordOutcomes(database, [bounced(id, 1, ['gone@example.com'])]);
  await removeSuppressions(database, [{ kind: 'email', email: 'ann@example.com' }]);
  const deliveries = await database.webhookDelivery.findMany({ orderBy: { id: 'asc' } });
  expect(deliveries.map(({ payload }) => JSON.parse(payload) as unknown)).toMatchObject([
    { type: 'suppression.added', data: { email: 'ann@example.com', origin: 'manual', source_id: null } },
    { type: 'suppression.added', data: { email: 'gone@example.com', origin: 'bounce', source_id: id } },
    { type: 'suppression.removed', data: { email: 'ann@example.com' } },
  ]);
  await database.webhookEndpoint.deleteMany();
});

describe('the list', () => {
  test('is read page by page, by origin, to its end', async () => {
    await manual('1@example.com', '2@example.com', '3@example.com');
    await addSuppressions(database, [{ email: '4@example.com', origin: 'complaint' }]);
    const page = await listSuppressions(database, { limit: 2 });
    expect([page.suppressions.map(({ email }) => email), page.hasMore]).toEqual([['4@example.com', '3@example.com'], true]);
    const next = await listSuppressions(database, { limit: 2, olderThan: page.suppressions[1]?.id });
    expect([next.suppressions.map(({ email }) => email), next.hasMore]).toEqual([['2@example.com', '1@example.com'], false]);
    const back = await listSuppressions(database, { limit: 1, newerThan: next.suppressions[0]?.id });
    expect([back.suppressions.map(({ email }) => email), back.hasMore]).toEqual([['3@example.com'], true]);
    const complaints = await listSuppressions(database, { limit: 9, origin: 'complaint' });
    expect(complaints.suppressions.map(({ email }) => email)).toEqual(['4@example.com']);
  });

  test('is iterated page by page, oldest first', async () => {
    const emails = Array.from({ length: 2500 }, (_, n) => `user${String(n).padStart(4, '0')}@example.com`);
    for (const from of [0, 1000, 2000]) await manual(...emails.slice(from, from + 1000));
    const seen: string[] = [];
    for await (const page of readAllSuppressions(database)) seen.push(...page.map(({ email }) => email));
    expect(seen).toEqual(emails);
  });

  test('loses exactly the entries removed by id or address', async () => {
    const [ann, bob] = await manual('ann@example.com', 'bob@example.com', 'cid@example.com');
    const removed = await removeSuppressions(database, [
      { kind: 'id', id: bob?.id ?? '' },
      { kind: 'id', id: newId() },
      { kind: 'email', email: 'ann@example.com' },
    ]);
    expect(removed.map(({ id }) => id)).toEqual([bob?.id, ann?.id]);
    expect((await listSuppressions(database, { limit: 9 })).suppressions.map(({ email }) => email)).toEqual(['cid@example.com']);
  });

  test('uses an index for every page and every recipient lookup', async () => {
    await manual(...Array.from({ length: 5000 }, (_, n) => `user${String(n)}@example.com`));
    await database.$executeRaw`ANALYZE "Suppression"`;
    const plans = await Promise.all(
      [
        `SELECT * FROM "Suppression" WHERE id < '${newId()}' ORDER BY id DESC LIMIT 21`,
        `SELECT * FROM "Suppression" WHERE origin = 'bounce' AND id < '${newId()}' ORDER BY id DESC LIMIT 21`,
        `SELECT s.id FROM "EmailRecipient" r LEFT JOIN "Suppression" s ON s.email = r.address WHERE r."emailId" = '${newId()}'`,
      ].map(async (query) => {
        const lines = await database.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${query}`);
        return lines.map((line) => line['QUERY PLAN']).join('\n');
      }),
    );
    expect(plans[0]).toContain('Suppression_pkey');
    expect(plans[1]).toContain('Suppression_origin_id_idx');
    expect(plans[2]).toContain('Suppression_email_key');
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan|Sort/);
  });
});
