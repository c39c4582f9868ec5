import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { openMigratedDatabase, sampleSubmission } from '../testing/index.ts';
import { acceptSubmissions } from './accept-submissions.ts';
import { beginAttempts } from './begin-attempts.ts';
import { postponeEmails, type PostponeTerms } from './postpone-emails.ts';
import type { AttemptRecord, EmailAfterAttempt } from '@sendoff/core';
import { recordOutcomes } from './record-outcomes.ts';
import { retryEmail } from './retry-email.ts';
import type { Submission } from './submission.ts';

const DAY_MS = 86_400_000;
const LIMIT_MS = 5 * DAY_MS;
const LIMITS = { limitMs: LIMIT_MS, simulated: '^acted@test\\.example$' };
const NO_REPLY = { replyCode: null, enhancedCode: null, replyText: null };

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 5 }));
});
afterAll(() => close());

async function accept(addresses: readonly string[], changes: Partial<Submission> = {}): Promise<string> {
  const recipients = addresses.map((address) => ({ address, kind: 'to' as const }));
  const submission = sampleSubmission({ to: [...addresses], recipients, ...changes });
  await acceptSubmissions(database, [submission]);
  return submission.id;
}

const terms = (domain: string | null, changes: Partial<PostponeTerms> = {}): PostponeTerms => ({
  domain,
  sender: null,
  reason: 'slow',
  firstMs: 15_000,
  intervalMs: 100,
  longestMs: 900_000,
  ...changes,
});
const claim = (emailId: string, generation = 0) => ({ emailId, generation });
const read = (id: string) => database.emailRecord.findUniqueOrThrow({ where: { id }, include: { attempts: true, events: true } });

async function endAttempt(emailId: string, generation: number, after: Partial<EmailAfterAttempt>): Promise<void> {
  const [delivery] = await beginAttempts(database, [claim(emailId, generation)], { worker: 'w', leaseMs: 60_000 });
  const record: AttemptRecord = {
    ...NO_REPLY,
    outcome: 'relay_error',
    reason: 'timeout',
    relay: 'smtp://r:25',
    skippedRelays: [{ relay: 'smtp://a:25', attempted: true, reason: 'connection_refused', message: 'connect ECONNREFUSED' }],
    remoteAddress: null,
    tlsVersion: null,
    providerMessageId: null,
    recipients: [],
  };
  const standing = {
    status: 'deferred' as const,
    retryInMs: 0,
    retryCount: 0,
    relayFailureCount: 0,
    recipients: [],
    events: [],
    suppress: [],
  };
  await recordOutcomes(database, [{ emailId, n: delivery?.attempt ?? 0, record, after: { ...standing, ...after } }]);
}

describe('postponed emails', () => {
  test('get a later time and the reason, and no attempt is recorded', async () => {
    const id = await accept(['a@slow.example']);
    const before = Date.now();
    expect(await postponeEmails(database, [claim(id)], [terms('slow.example')], LIMITS)).toEqual([
      { emailId: id, generation: 1, delayMs: 15_000, n: 0 },
    ]);
    const email = await read(id);
    expect(email).toMatchObject({ status: 'queued', attemptCount: 0, retryCount: 0, postponedReason: 'slow', attempts: [] });
    expect(email.events).toHaveLength(1);
    expect(Number(email.nextAttemptAt) - before).toBeGreaterThan(14_000);
    // The earlier job is stale now.
    expect(await postponeEmails(database, [claim(id)], [terms('slow.example')], LIMITS)).toEqual([]);
    expect(await postponeEmails(database, [claim(id, 1)], [terms('slow.example')], LIMITS)).toEqual([]);
  });

  test('are those with an open recipient of the domain, and no others', async () => {
    const well = await accept(['a@well.example', 'a@notslow.example']);
    const mixed = await accept(['a@well.example', 'a@slow.example']);
    const acted = await accept(['a@slow.example'], { mode: 'test' });
    const served = await accept(['a@well.example', 'b@slow.example']);
    await database.emailRecipient.updateMany({ where: { emailId: served, address: 'b@slow.example' }, data: { state: 'sent' } });
    const claims = [well, mixed, acted, served].map((id) => claim(id));
    const postponed = await postponeEmails(database, claims, [terms('slow.example')], LIMITS);
    expect(postponed.map(({ emailId }) => emailId)).toEqual([mixed]);
    const all = await postponeEmails(database, claims, [terms(null)], LIMITS);
    expect(all.map(({ emailId }) => emailId).sort()).toEqual([well, served].sort());
  });

  test('do not include simulated mail', async () => {
    const acted = await accept(['acted@test.example']);
    const mixed = await accept(['acted@test.example', 'a@well.example']);
    const claims = [claim(acted), claim(mixed)];
    expect(await postponeEmails(database, claims, [terms('test.example')], LIMITS)).toEqual([]);
    expect(await postponeEmails(database, claims, [terms(null)], LIMITS)).toMatchObject([{ emailId: mixed }]);
  });

  test('are those of the blocked sender, and no others', async () => {
    const [slow, other] = [newId(), newId()];
    const ids = [];
    for (const apiKeyId of [slow, other, null]) ids.push(await accept(['a@b.example'], { apiKeyId }));
    const claims = ids.map((id) => claim(id));
    const byKey = await postponeEmails(database, claims, [terms(null, { sender: slow })], LIMITS);
    expect(byKey).toMatchObject([{ emailId: ids[0], n: 0 }]);
    const ofNoKey = await postponeEmails(database, claims, [terms('x.example'), terms(null, { sender: 'operator' })], LIMITS);
    expect(ofNoKey).toMatchObject([{ emailId: ids[2], n: 1 }]);
  });

  test('return spaced by the interval, and none after the longest delay', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => accept(['a@slow.example'])));
    const claims = ids.map((id) => claim(id));
    const postponed = await postponeEmails(
      database,
      claims,
      [terms('slow.example', { intervalMs: 1000, longestMs: 30_000 })],
      LIMITS,
    );
    const delays = postponed.map(({ delayMs }) => delayMs).sort((a, b) => a - b);
    expect(new Set(delays).size).toBeGreaterThan(20);
    expect(delays[0]).toBe(15_000);
    expect(delays.at(-1)).toBeLessThanOrEqual(30_000);
    expect(delays.filter((ms) => ms <= 29_000 && ms % 1000 === 0).length).toBeGreaterThanOrEqual(15);
  });

  test('do not include emails whose relays have failed for days, which are attempted', async () => {
    const id = await accept(['a@slow.example']);
    await database.emailRecord.update({ where: { id }, data: { relayFailingSince: new Date(Date.now() - LIMIT_MS - 1000) } });
    expect(await postponeEmails(database, [claim(id)], [terms('slow.example')], LIMITS)).toEqual([]);
  });
});

describe('relayFailingSince', () => {
  test('is not set by our own rate limit', async () => {
    const id = await accept(['a@quick.example']);
    expect(await postponeEmails(database, [claim(id)], [terms(null)], LIMITS)).toHaveLength(1);
    expect(await read(id)).toMatchObject({ relayFailingSince: null });
  });

  test('keeps the time of the first failure across postponements, until a relay answers', async () => {
    const id = await accept(['a@slow.example']);
    await postponeEmails(database, [claim(id)], [terms('slow.example', { firstMs: 0 })], LIMITS);
    const { relayFailingSince } = await read(id);
    expect(relayFailingSince).not.toBeNull();

    await endAttempt(id, 1, { relayFailureCount: 1 });
    expect(await read(id)).toMatchObject({ relayFailureCount: 1, relayFailingSince, postponedReason: null });
    await endAttempt(id, 2, { relayFailureCount: 2 });
    expect(await read(id)).toMatchObject({ relayFailureCount: 2, relayFailingSince });
    expect((await read(id)).attempts[1]?.skippedRelays).toEqual([
      { relay: 'smtp://a:25', attempted: true, reason: 'connection_refused', message: 'connect ECONNREFUSED' },
    ]);

    await endAttempt(id, 3, { status: 'failed', retryInMs: null, relayFailureCount: 0 });
    expect(await read(id)).toMatchObject({ status: 'failed', relayFailureCount: 0, relayFailingSince: null });
    expect(await retryEmail(database, id, 'all')).toMatchObject({ kind: 'done' });
    const [again] = await beginAttempts(database, [claim(id, 5)], { worker: 'w', leaseMs: 1000 });
    expect(again).toMatchObject({ attempt: 4, relayFailureCount: 0, relayFailingSince: null });
  });
});
