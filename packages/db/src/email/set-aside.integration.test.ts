import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../database.ts';
import { openMigratedDatabase, sampleSubmission } from '../testing/index.ts';
import { acceptSubmissions } from './accept-submissions.ts';
import { keepFetchedAttachment } from './attachments.ts';
import { beginOrSetAside, type AttemptClaim, type SetAside } from './begin-attempts.ts';
import { cancelEmail } from './cancel-email.ts';
import { keepAside, returnEmails } from './set-aside.ts';
import type { Submission, SubmittedAttachment } from './submission.ts';

const TERMS = { worker: 'w', leaseMs: 60_000, maxBytes: 1000, simulated: '@simulated\\.example$', setAsideMs: 60_000 };

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 5 }));
});
afterAll(() => close());

const NAMED = { filename: 'f', contentType: null, contentId: null };
const file = (bytes: Uint8Array<ArrayBuffer>): SubmittedAttachment => ({ ...NAMED, url: null, bytes });
const BY_URL = { attachments: [{ ...NAMED, url: 'https://files.example/a', bytes: null }] };
const to = (...addresses: string[]) => ({
  to: addresses,
  recipients: addresses.map((address) => ({ address, kind: 'to' as const })),
});

async function accept(changes: Partial<Submission> = {}): Promise<string> {
  const submission = sampleSubmission(changes);
  await acceptSubmissions(database, [submission]);
  return submission.id;
}

async function begin(emailId: string, claim: Partial<AttemptClaim> = {}) {
  const [email] = await beginOrSetAside(database, [{ emailId, generation: 0, ...claim }], TERMS);
  return email ?? null;
}

async function setAside(emailId: string): Promise<SetAside> {
  const email = await begin(emailId);
  if (email === null || !('kind' in email)) throw new Error('it was not set aside');
  return email;
}

const read = (id: string) => database.emailRecord.findUniqueOrThrow({ where: { id }, include: { attempts: true, events: true } });

describe('an email is set aside', () => {
  test('with attachments to fetch, with a later time and a reason, without an attempt', async () => {
    const id = await accept(BY_URL);
    expect(await begin(id)).toMatchObject({
      ...{ kind: 'set_aside', emailId: id, generation: 1, apiKeyId: null, isToBeFetched: true },
      attachments: [{ url: 'https://files.example/a', hash: null, size: null }],
    });
    const email = await read(id);
    expect(email).toMatchObject({ status: 'queued', attemptCount: 0, generation: 1, attempts: [], leaseOwner: null });
    expect(email.postponedReason).toMatch(/^fetching_attachments: /);
    expect(Number(email.nextAttemptAt)).toBeGreaterThan(Date.now() + 30_000);
    expect(email.events).toHaveLength(1);
    // Neither the earlier job nor a new one can begin it.
    expect([await begin(id), await begin(id, { generation: 1 })]).toEqual([null, null]);
  });

  test.each([
    ['attachments', { attachments: [file(new Uint8Array(600)), file(new Uint8Array(600).fill(1))] }],
    ['a text', { text: 'x'.repeat(1001) }],
  ])('when it is large by %s', async (_what, changes) => {
    const id = await accept(changes);
    expect(await begin(id)).toMatchObject({ kind: 'set_aside', isToBeFetched: false });
    expect((await read(id)).postponedReason).toMatch(/^sending_memory: /);
  });
});

describe('an attempt is begun', () => {
  test.each([
    ['with stored attachments', { attachments: [file(new Uint8Array(100))] }],
    ['in test mode, whose attachments are not fetched', { mode: 'test' as const, ...BY_URL }],
    ['with simulated recipients only', { ...to('a@simulated.example'), ...BY_URL }],
    ['with suppressed recipients only', { ...to('suppressed@b.example'), ...BY_URL }],
  ])('on an email %s', async (_what, changes) => {
    await database.suppression.upsert({
      where: { email: 'suppressed@b.example' },
      create: { id: crypto.randomUUID(), email: 'suppressed@b.example', origin: 'manual' },
      update: {},
    });
    expect(await begin(await accept(changes))).toMatchObject({ attempt: 1, attachments: [{ position: 0 }] });
  });

  test('on an email after its attachments were fetched, and on an email claimed as prepared', async () => {
    const id = await accept(BY_URL);
    const { attachments, generation } = await setAside(id);
    await keepFetchedAttachment(database, attachments[0]?.id ?? '', { bytes: new Uint8Array(3), contentType: null });
    const [claim] = await returnEmails(database, [{ emailId: id, generation, delayMs: 0, reason: null }]);
    expect(claim).toEqual({ emailId: id, generation: 2 });
    expect(await begin(id, claim)).toMatchObject({ attempt: 1, attachments: [{ size: 3 }] });
    expect(await begin(await accept(BY_URL), { isPrepared: true })).toMatchObject({ attempt: 1, attachments: [{ hash: null }] });
  });

  test('on an email with expired content', async () => {
    const id = await accept(BY_URL);
    await database.emailContent.delete({ where: { emailId: id } });
    expect(await begin(id)).toMatchObject({ attempt: 1, content: null });
  });
});

describe('an email that was set aside', () => {
  test('is set aside for longer, but not with a stale generation', async () => {
    const id = await accept(BY_URL);
    const { generation } = await setAside(id);
    await keepAside(database, [{ emailId: id, generation }], 600_000);
    const { nextAttemptAt } = await read(id);
    expect(Number(nextAttemptAt)).toBeGreaterThan(Date.now() + 300_000);
    await keepAside(database, [{ emailId: id, generation: generation - 1 }], 1000);
    expect((await read(id)).nextAttemptAt).toEqual(nextAttemptAt);
  });

  test('can be postponed with another reason', async () => {
    const id = await accept(BY_URL);
    const { generation } = await setAside(id);
    const later = { emailId: id, generation, delayMs: 15_000, reason: 'no room' };
    expect(await returnEmails(database, [later])).toEqual([{ emailId: id, generation: 2 }]);
    expect(await read(id)).toMatchObject({ postponedReason: 'no room', generation: 2, attempts: [] });
    expect(await returnEmails(database, [later])).toEqual([]);
  });

  test('stays canceled', async () => {
    const id = await accept({ ...BY_URL, scheduledAt: new Date(Date.now() - 1000) });
    const { generation } = await setAside(id);
    expect(await cancelEmail(database, id, 'all')).toEqual({ kind: 'done' });
    expect(await returnEmails(database, [{ emailId: id, generation, delayMs: 0, reason: null }])).toEqual([]);
    expect(await read(id)).toMatchObject({ status: 'canceled', nextAttemptAt: null });
  });
});
