import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closeDatabase, openDatabase, type Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { createMigratedDatabase, sampleSubmission } from '../testing/index.ts';
import { acceptSubmissions } from './accept-submissions.ts';
import type { Submission } from './submission.ts';
import { readAttachmentBytes } from './attachments.ts';
import { beginAttempts } from './begin-attempts.ts';
import { findDue } from './find-due.ts';
import { findExpiredLeases } from './find-expired-leases.ts';
import { getEmail } from './get-email.ts';
import { listEmails } from './list-emails.ts';
import type { AttemptRecord, EmailAfterAttempt } from '@sendoff/core';
import { recordOutcomes } from './record-outcomes.ts';
import { renewLeases } from './renew-leases.ts';

let database: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const created = await createMigratedDatabase();
  drop = () => created.drop();
  database = openDatabase({ url: created.url, maxConnections: 10 });
});
afterAll(async () => {
  await closeDatabase(database);
  await drop();
});

async function accept(changes: Partial<Submission> = {}): Promise<string> {
  const submission = sampleSubmission(changes);
  await acceptSubmissions(database, [submission]);
  return submission.id;
}

async function beginAttempt(database: Database, { worker, leaseMs, ...one }: ReturnType<typeof claim>): Promise<number | null> {
  const [delivery] = await beginAttempts(database, [one], { worker, leaseMs });
  return delivery?.attempt ?? null;
}

async function recordOutcome(
  database: Database,
  key: { emailId: string; n: number; takenOver?: boolean },
  attempt: AttemptRecord,
  after: EmailAfterAttempt,
): Promise<number | null> {
  const [generation] = await recordOutcomes(database, [{ ...key, record: attempt, after }]);
  return generation ?? null;
}

const claim = (emailId: string, changes: object = {}) => ({ emailId, generation: 0, worker: 'w1', leaseMs: 30_000, ...changes });

const reply = { replyCode: 250, enhancedCode: '2.0.0', replyText: '2.0.0 Ok' };
const record = (outcome: AttemptRecord['outcome']): AttemptRecord => ({
  outcome,
  reason: 'accepted',
  relay: 'smtp://relay.example:25',
  skippedRelays: [],
  remoteAddress: '192.0.2.1',
  tlsVersion: 'TLSv1.3',
  providerMessageId: null,
  recipients: [{ address: 'ann@example.com', verdict: 'sent', reason: 'accepted', ...reply }],
  ...reply,
});
const sent: EmailAfterAttempt = {
  status: 'sent',
  retryInMs: null,
  retryCount: 0,
  relayFailureCount: 0,
  recipients: [{ address: 'ann@example.com', state: 'sent', ...reply }],
  events: [
    { type: 'sent', data: { attempt: 1 } },
    { type: 'delivered', data: {} },
  ],
  suppress: [],
};
const deferred = (retryInMs: number): EmailAfterAttempt => ({
  status: 'deferred',
  retryInMs,
  retryCount: 1,
  relayFailureCount: 0,
  recipients: [{ address: 'ann@example.com', state: 'deferred', ...reply, replyCode: 451 }],
  events: [{ type: 'delivery_delayed', data: {} }],
  suppress: [],
});

const count = async (table: 'emailRecord' | 'emailContent' | 'emailRecipient' | 'attachment' | 'emailEvent') =>
  (database[table] as { count(): Promise<number> }).count();

describe('EmailRecord', () => {
  test('stores all submitted fields, in any script', async () => {
    const submission = sampleSubmission({
      from: 'Zoë 🚀 <zoe@acme.example>',
      to: ['"Doe, Jane" <Jane@Example.com>', 'שלום@example.com'],
      cc: ['c@example.com'],
      bcc: ['b@example.com'],
      replyTo: ['r@acme.example'],
      subject: 'Quotes " \' \\ { } and “Ünïcödé” \u{1F600}',
      html: '<p>\n\ttab "quotes" \\backslash</p>',
      text: null,
      headers: { 'X-Order': '{"a":1}' },
      tags: [{ name: 'kind', value: 'receipt' }],
      recipients: [
        { address: 'jane@example.com', kind: 'to' },
        { address: 'שלום@example.com', kind: 'to' },
        { address: 'c@example.com', kind: 'cc' },
        { address: 'b@example.com', kind: 'bcc' },
      ],
    });
    await acceptSubmissions(database, [submission]);
    const { recipients, attachments: _, html, text, tags, ...record } = submission;
    const email = await getEmail(database, submission.id, 'all');
    expect(email).toMatchObject({ ...record, status: 'queued', attemptCount: 0, generation: 0 });
    expect(email?.content).toMatchObject({ html, text });
    expect(email?.tags).toEqual(tags.map((tag, position) => expect.objectContaining({ ...tag, position })));
    expect(email?.recipients).toHaveLength(4);
    expect(email?.recipients).toEqual(
      expect.arrayContaining(recipients.map((one) => expect.objectContaining({ ...one, state: 'pending' }))),
    );
  });

  test('stores emails with different optional data in one call', async () => {
    const file = { filename: 'a.txt', contentType: null, contentId: null, bytes: null, url: 'https://acme.example/a.txt' };
    const submissions = [
      sampleSubmission({ html: `<p>${'Ünïcödé 🚀 '.repeat(500)}</p>` }),
      sampleSubmission({ tags: [{ name: 'kind', value: 'receipt' }] }),
      sampleSubmission({ attachments: [file] }),
      sampleSubmission({ scheduledAt: new Date(Date.now() + 3_600_000) }),
    ];
    await acceptSubmissions(database, submissions);
    const kept = submissions.map(async ({ id }) => {
      const email = await getEmail(database, id, 'all');
      const files = await database.attachment.findMany({ where: { emailId: id } });
      return {
        status: email?.status,
        html: email?.content?.html,
        tags: email?.tags.map(({ value }) => value),
        files: files.map(({ filename }) => filename),
      };
    });
    expect(await Promise.all(kept)).toEqual([
      { status: 'queued', html: submissions[0]?.html, tags: [], files: [] },
      { status: 'queued', html: '<p>Hello</p>', tags: ['receipt'], files: [] },
      { status: 'queued', html: '<p>Hello</p>', tags: [], files: ['a.txt'] },
      { status: 'scheduled', html: '<p>Hello</p>', tags: [], files: [] },
    ]);
  });

  test('stores attachments unchanged, and equal contents once', async () => {
    const bytes = new Uint8Array(Array.from({ length: 256 }, (_, value) => value));
    const attachments = [
      { filename: 'a.bin', contentType: null, contentId: null, bytes, url: null },
      { filename: 'b.bin', contentType: 'image/png', contentId: 'logo', bytes, url: null },
    ];
    const id = await accept({ attachments });
    await accept({ attachments });
    const [delivery] = await beginAttempts(database, [{ emailId: id, generation: 0 }], { worker: 'w1', leaseMs: 1000 });
    expect(delivery?.attachments.map(({ filename, contentId }) => [filename, contentId])).toEqual([
      ['a.bin', null],
      ['b.bin', 'logo'],
    ]);
    for (const { hash, size } of delivery?.attachments ?? []) {
      expect(size).toBe(256);
      expect(await readAttachmentBytes(database, hash ?? '')).toEqual(bytes);
    }
    expect(await database.attachmentContent.count()).toBe(1);
  });

  test('stores a submitted message unchanged, and a worker gets it', async () => {
    const bytes = new Uint8Array(Buffer.from('Subject: Hello\r\n\r\nIt works \xe9.\r\n', 'latin1'));
    const id = await accept({ message: { bytes, sender: '', recipients: ['Ann@example.com'] } });
    const [delivery] = await beginAttempts(database, [{ emailId: id, generation: 0 }], { worker: 'w1', leaseMs: 1000 });
    // The parsed parts are for display, so a worker does not read them.
    expect(delivery?.content).toMatchObject({
      html: null,
      text: null,
      message: { size: bytes.length, sender: '', recipients: ['Ann@example.com'] },
    });
    expect(await readAttachmentBytes(database, delivery?.content?.message?.hash ?? '')).toEqual(bytes);
    expect((await getEmail(database, id, 'all'))?.content).toMatchObject({ html: '<p>Hello</p>', text: 'Hello' });
  });

  test('is stored completely or not at all', async () => {
    const before = await Promise.all([count('emailRecord'), count('emailContent'), count('emailRecipient'), count('emailEvent')]);
    const good = sampleSubmission();
    const bad = sampleSubmission({ subject: 'NUL \u0000' });
    await expect(acceptSubmissions(database, [good, bad])).rejects.toThrow();
    await expect(
      acceptSubmissions(database, [{ ...good, recipients: [...good.recipients, ...good.recipients] }]),
    ).rejects.toThrow();
    const after = await Promise.all([count('emailRecord'), count('emailContent'), count('emailRecipient'), count('emailEvent')]);
    expect(after).toEqual(before);
  });

  test('waits as `scheduled` until its time when it has one', async () => {
    const scheduledAt = new Date(Date.now() + 3_600_000);
    const id = await accept({ scheduledAt });
    expect(await getEmail(database, id, 'all')).toMatchObject({ status: 'scheduled', scheduledAt, nextAttemptAt: scheduledAt });
    expect(await beginAttempt(database, claim(id))).toBeNull();
  });

  test('sorts by time of acceptance by its id', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect([...ids].sort()).toEqual(ids);
  });
});

describe('beginAttempts', () => {
  test('returns everything needed to send the email', async () => {
    const submission = sampleSubmission({
      to: ['Ann <Ann@Example.com>'],
      cc: ['c@example.com'],
      replyTo: ['r@acme.example'],
      headers: { 'X-Order': '17' },
      html: null,
      text: 'only text',
      recipients: [
        { address: 'ann@example.com', kind: 'to' },
        { address: 'c@example.com', kind: 'cc' },
      ],
    });
    await acceptSubmissions(database, [submission]);
    const [delivery] = await beginAttempts(database, [{ emailId: submission.id, generation: 0 }], {
      worker: 'w1',
      leaseMs: 1000,
    });
    const { id, messageId, from, to, cc, bcc, replyTo, subject, headers, mode } = submission;
    expect(delivery).toMatchObject({
      id,
      messageId,
      from,
      to,
      cc,
      bcc,
      replyTo,
      subject,
      headers,
      mode,
      attempt: 1,
      retryCount: 0,
    });
    expect(delivery?.content).toEqual({ html: null, text: 'only text', message: null });
    expect(delivery?.createdAt).toBeInstanceOf(Date);
    expect(delivery?.recipients).toEqual([
      { address: 'ann@example.com', state: 'pending', isSuppressed: false },
      { address: 'c@example.com', state: 'pending', isSuppressed: false },
    ]);
    expect(delivery?.attachments).toEqual([]);
  });

  test('gives an email to one of several concurrent workers', async () => {
    const id = await accept();
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, n) => beginAttempt(database, claim(id, { worker: `w${String(n)}` }))),
    );
    expect(taken.filter((n) => n !== null)).toEqual([1]);
    expect(await getEmail(database, id, 'all')).toMatchObject({
      status: 'sending',
      attemptCount: 1,
      attempts: [{ n: 1, outcome: null }],
    });
  });

  test('skips a stale generation, a finished email and an unknown email', async () => {
    const id = await accept();
    expect(await beginAttempt(database, claim(id, { generation: 1 }))).toBeNull();
    expect(await beginAttempt(database, claim(newId()))).toBeNull();
    expect(await beginAttempt(database, claim(id))).toBe(1);
    expect(await recordOutcome(database, { emailId: id, n: 1 }, record('sent'), sent)).toBe(1);
    expect(await beginAttempt(database, claim(id, { generation: 1 }))).toBeNull();
  });
});

describe('recordOutcome', () => {
  test('closes the attempt, updates the email and its recipients, and adds the event', async () => {
    const id = await accept();
    await beginAttempt(database, claim(id));
    await recordOutcome(database, { emailId: id, n: 1 }, record('sent'), sent);
    const email = await getEmail(database, id, 'all');
    expect(email).toMatchObject({ status: 'sent', nextAttemptAt: null, leaseOwner: null, leaseUntil: null });
    expect(email?.attempts[0]).toMatchObject({
      outcome: 'sent',
      relay: 'smtp://relay.example:25',
      tlsVersion: 'TLSv1.3',
      providerMessageId: null,
      ...reply,
    });
    expect(email?.attempts[0]?.finishedAt).not.toBeNull();
    expect(email?.recipients[0]).toMatchObject({ state: 'sent', ...reply });
    const events = await database.emailEvent.findMany({ where: { emailId: id }, orderBy: { n: 'asc' } });
    expect(events.map(({ n, type }) => [n, type])).toEqual([
      [1, 'queued'],
      [2, 'sent'],
      [3, 'delivered'],
    ]);
  });

  test('a deferred email is due again at its time, with a new generation', async () => {
    const id = await accept();
    await beginAttempt(database, claim(id));
    const generation = await recordOutcome(database, { emailId: id, n: 1 }, record('deferred'), deferred(0));
    expect(generation).toBe(1);
    expect(await beginAttempt(database, claim(id, { generation: 0 }))).toBeNull();
    expect(await beginAttempt(database, claim(id, { generation: 1 }))).toBe(2);
  });

  test('a late outcome changes only its own attempt', async () => {
    const id = await accept();
    await beginAttempt(database, claim(id, { leaseMs: 0 }));
    expect(await recordOutcome(database, { emailId: id, n: 1, takenOver: true }, record('in_doubt'), deferred(0))).toBe(1);
    expect(await beginAttempt(database, claim(id, { generation: 1, worker: 'w2' }))).toBe(2);

    expect(await recordOutcome(database, { emailId: id, n: 1 }, record('sent'), sent)).toBeNull();
    expect(await getEmail(database, id, 'all')).toMatchObject({ status: 'sending', leaseOwner: 'w2' });
    const first = await database.deliveryAttempt.findUniqueOrThrow({ where: { emailId_n: { emailId: id, n: 1 } } });
    expect(first).toMatchObject({ outcome: 'in_doubt', replyCode: 250 });
  });

  test('an attempt is not taken over before its lease expires', async () => {
    const id = await accept();
    await beginAttempt(database, claim(id));
    expect(await recordOutcome(database, { emailId: id, n: 1, takenOver: true }, record('in_doubt'), deferred(0))).toBeNull();
    expect(await getEmail(database, id, 'all')).toMatchObject({ status: 'sending', attempts: [{ outcome: null }] });
  });
});

describe('several emails in one call', () => {
  test('each gets its own attempt and its own outcome', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => accept()));
    const unknown = newId();
    const claims = [...ids, unknown, ids[0] ?? ''].map((emailId) => ({ emailId, generation: 0 }));
    const terms = { worker: 'w1', leaseMs: 30_000 };
    const begun = await beginAttempts(database, claims, terms);
    expect(begun.map((delivery) => delivery?.attempt ?? null)).toEqual([1, 1, 1, 1, 1, null, null]);
    const outcomes = ids.map((emailId, index) =>
      index % 2 === 0
        ? { emailId, n: 1, record: record('sent'), after: sent }
        : { emailId, n: 1, record: record('deferred'), after: deferred(60_000) },
    );
    const late = { emailId: ids[0] ?? '', n: 7, record: record('sent'), after: sent };
    expect(await recordOutcomes(database, [...outcomes, late])).toEqual([1, 1, 1, 1, 1, null]);
    const emails = await Promise.all(ids.map((id) => getEmail(database, id, 'all')));
    expect(emails.map((email) => email?.status)).toEqual(['sent', 'deferred', 'sent', 'deferred', 'sent']);
    expect(emails.map((email) => email?.lastEvent)).toEqual([
      'delivered',
      'delivery_delayed',
      'delivered',
      'delivery_delayed',
      'delivered',
    ]);
  });
});

describe('leases', () => {
  test('a renewed lease does not expire, and only its owner can renew it', async () => {
    const id = await accept();
    await beginAttempt(database, claim(id, { leaseMs: 0 }));
    const expired = async () => (await findExpiredLeases(database, 1000)).some((lease) => lease.id === id);
    expect(await expired()).toBe(true);
    expect(await renewLeases(database, 'somebody else', [id], 30_000)).toBe(0);
    expect(await expired()).toBe(true);
    expect(await renewLeases(database, 'w1', [id], 30_000)).toBe(1);
    expect(await expired()).toBe(false);
  });
});

describe('times', () => {
  test('do not depend on the time zone of the database', async () => {
    const created = await createMigratedDatabase();
    const { url } = created;
    const elsewhere = openDatabase({ url, maxConnections: 1 });
    try {
      await elsewhere.$executeRawUnsafe(`ALTER DATABASE "${new URL(url).pathname.slice(1)}" SET timezone TO 'Asia/Tokyo'`);
      await closeDatabase(elsewhere);
      const fresh = openDatabase({ url: `${url}${url.includes('?') ? '&' : '?'}options=-c%20work_mem%3D4MB`, maxConnections: 1 });
      const scheduledAt = new Date(Date.now() + 3_600_000);
      const submission = sampleSubmission({ scheduledAt });
      await acceptSubmissions(fresh, [submission]);
      expect((await getEmail(fresh, submission.id, 'all'))?.scheduledAt).toEqual(scheduledAt);
      expect(await findDue(fresh, { dueBefore: new Date(Date.now() + 3_500_000), limit: 10 })).toEqual([]);
      expect(await findDue(fresh, { dueBefore: new Date(Date.now() + 3_700_000), limit: 10 })).toHaveLength(1);
      await closeDatabase(fresh);
    } finally {
      await created.drop();
    }
  });
});

describe('findDue', () => {
  test('pages through all due emails, each once, and no others', async () => {
    const ids = await Promise.all(Array.from({ length: 25 }, () => accept()));
    const later = await accept({ scheduledAt: new Date(Date.now() + 3_600_000) });
    const found: string[] = [];
    let last;
    do {
      const page: Awaited<ReturnType<typeof findDue>> = await findDue(database, {
        dueBefore: new Date(Date.now() + 1000),
        after: last,
        limit: 10,
      });
      found.push(...page.map(({ id }) => id));
      last = page.at(-1);
    } while (last !== undefined);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining(ids));
    expect(found).not.toContain(later);
  });
});

describe('listEmails', () => {
  test('neither skips nor repeats emails while new ones are accepted', async () => {
    const seen: string[] = [];
    let page = await listEmails(database, { scope: 'all', limit: 7 });
    const stored = await count('emailRecord');
    while (page.emails.length > 0) {
      seen.push(...page.emails.map(({ id }) => id));
      await accept();
      page = await listEmails(database, { scope: 'all', limit: 7, olderThan: seen.at(-1) });
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(stored);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  test('the page newer than an id ends right before it, newest first', async () => {
    const { emails } = await listEmails(database, { scope: 'all', limit: 5 });
    const page = await listEmails(database, { scope: 'all', limit: 2, newerThan: emails[4]?.id });
    expect(page.emails.map(({ id }) => id)).toEqual([emails[2]?.id, emails[3]?.id]);
    expect(page.hasMore).toBe(true);
  });
});
