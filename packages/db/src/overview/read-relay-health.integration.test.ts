import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { closeDatabase, openDatabase, type Database } from '../database.ts';
import { acceptSubmissions } from '../email/accept-submissions.ts';
import type { SkippedRelay } from '@sendoff/core';
import type { AttemptOutcome } from '../generated/enums.ts';
import { newId } from '../new-id.ts';
import { createMigratedDatabase, sampleSubmission } from '../testing/index.ts';
import { readRelayHealth } from './read-relay-health.ts';

const MINUTE = 60_000;
const FIRST = 'smtp://first.example:25';
const SECOND = 'smtp://second.example:25';
const NOT_ATTEMPTED: SkippedRelay = {
  relay: FIRST,
  attempted: false,
  reason: 'connection_refused',
  message: 'not attempted, because it was in trouble 1 s ago',
};

const drops: (() => Promise<void>)[] = [];
let database: Database;
let now: Date;

beforeEach(async () => {
  const created = await createMigratedDatabase();
  database = openDatabase({ url: created.url, maxConnections: 4 });
  drops.push(async () => {
    await closeDatabase(database);
    await created.drop();
  });
  now = new Date();
});
afterAll(async () => {
  for (const drop of drops) await drop();
});

interface Attempted {
  /** Milliseconds before now. */
  readonly ago: number;
  readonly outcome: AttemptOutcome;
  readonly reason?: string;
  readonly relay?: string;
  readonly skippedRelays?: readonly SkippedRelay[];
}

/** Creates an email with one attempt. */
async function attempt(
  { ago, outcome, reason = 'accepted', relay = FIRST, skippedRelays = [] }: Attempted,
  id = newId(),
): Promise<string> {
  await acceptSubmissions(database, [sampleSubmission({ id })]);
  await database.deliveryAttempt.create({
    data: {
      emailId: id,
      n: 1,
      startedAt: new Date(now.getTime() - ago - 20),
      finishedAt: new Date(now.getTime() - ago),
      worker: 'w',
      outcome,
      reason,
      relay,
      skippedRelays: skippedRelays as unknown as object[],
      replyText: outcome === 'relay_error' ? 'connect ECONNREFUSED 127.0.0.1:25' : null,
    },
  });
  await database.emailRecord.update({
    where: { id },
    data: { attemptCount: 1, status: outcome === 'sent' ? 'sent' : 'deferred' },
  });
  return id;
}

test('a relay has its last answer and its last failure, each with the email', async () => {
  const sent = await attempt({ ago: 3 * MINUTE, outcome: 'sent' });
  await attempt({ ago: 2 * MINUTE, outcome: 'relay_error', reason: 'connection_refused' });
  const failed = await attempt({ ago: MINUTE, outcome: 'relay_error', reason: 'connection_refused' });
  expect(await readRelayHealth(database, now)).toEqual([
    {
      relay: FIRST,
      attempts: 3,
      deferred: 0,
      failed: 2,
      newestFailed: false,
      medianMs: 20,
      lastAnswer: { at: new Date(now.getTime() - 3 * MINUTE), emailId: sent },
      lastFailure: {
        at: new Date(now.getTime() - MINUTE),
        emailId: failed,
        reason: 'connection_refused',
        message: 'connect ECONNREFUSED 127.0.0.1:25',
      },
    },
  ]);
});

test('a relay that was skipped while another one was used counts as failed', async () => {
  await attempt({ ago: 9000, outcome: 'sent' });
  for (const ago of [3000, 2000, 1000]) await attempt({ ago, outcome: 'sent', relay: SECOND, skippedRelays: [NOT_ATTEMPTED] });
  expect(await readRelayHealth(database, now)).toMatchObject([
    { relay: FIRST, attempts: 4, failed: 3, newestFailed: true, lastFailure: { reason: 'connection_refused' } },
    { relay: SECOND, attempts: 3, failed: 0, newestFailed: false, lastFailure: null },
  ]);
});

test('our own limits and the sandbox do not count for a relay', async () => {
  await attempt({ ago: 2000, outcome: 'sent', relay: 'test' });
  await attempt({ ago: 1000, outcome: 'sent', relay: SECOND, skippedRelays: [{ ...NOT_ATTEMPTED, reason: 'at_rate_limit' }] });
  await attempt({ ago: 500, outcome: 'relay_error', reason: 'busy', relay: SECOND });
  expect(await readRelayHealth(database, now)).toMatchObject([{ relay: SECOND, attempts: 1, failed: 0 }]);
});

test('a relay that has deferred an email since yesterday is included, and attempts hours ago are not', async () => {
  const yesterday = '01990000-0000-7000-8000-';
  await attempt({ ago: MINUTE, outcome: 'relay_error', reason: 'dns' }, `${yesterday}000000000001`);
  await attempt({ ago: 120 * MINUTE, outcome: 'relay_error', reason: 'dns', relay: SECOND }, `${yesterday}000000000002`);
  expect(await readRelayHealth(database, now)).toMatchObject([{ relay: FIRST, failed: 1, newestFailed: true, lastAnswer: null }]);
});
