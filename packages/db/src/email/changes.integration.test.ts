import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closeDatabase, openDatabase, type Database } from '../database.ts';
import type { EmailStatus } from '../generated/enums.ts';
import { newId } from '../new-id.ts';
import { createMigratedDatabase, sampleSubmission } from '../testing/index.ts';
import { addSuppressions } from '../suppression/add-suppressions.ts';
import { acceptSubmissions } from './accept-submissions.ts';
import { keepFetchedAttachment, listAttachments, readAttachment } from './attachments.ts';
import { beginAttempts } from './begin-attempts.ts';
import { cancelEmail } from './cancel-email.ts';
import { getEmail } from './get-email.ts';
import { listEvents } from './list-history.ts';
import { removeExpiredContent, removeExpiredIdempotencyKeys, removeUnusedAttachmentContents } from './remove-expired-content.ts';
import { rescheduleEmail } from './reschedule-email.ts';
import { resolveEmail } from './resolve-email.ts';
import { retryEmail } from './retry-email.ts';
import type { Submission } from './submission.ts';

let database: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const created = await createMigratedDatabase();
  drop = () => created.drop();
  database = openDatabase({ url: created.url, maxConnections: 20 });
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

/** Sets an email to a status directly. */
const put = (id: string, status: EmailStatus) =>
  database.emailRecord.update({ where: { id }, data: { status, nextAttemptAt: null, generation: 5 } });

const inAnHour = () => new Date(Date.now() + 3_600_000);
async function attempt(emailId: string, generation: number): Promise<number | null> {
  const [delivery] = await beginAttempts(database, [{ emailId, generation }], { worker: 'w', leaseMs: 1000 });
  return delivery?.attempt ?? null;
}

describe('an idempotency key', () => {
  const apiKeyId = newId();
  const request = (key: string, payload: string, id: string) => ({ apiKeyId, key, payload, response: { id } });

  test('accepts one email of twenty concurrent equal requests, and answers the others with its response or in_flight', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const submission = sampleSubmission({ subject: 'twenty' });
        return {
          id: submission.id,
          result: await acceptSubmissions(database, [submission], request('twenty', 'same', submission.id)),
        };
      }),
    );
    const accepted = attempts.filter(({ result }) => result.kind === 'accepted');
    expect(accepted).toHaveLength(1);
    for (const { result } of attempts) {
      expect(['accepted', 'repeated', 'in_flight']).toContain(result.kind);
      if (result.kind === 'repeated') expect(result.response).toEqual({ id: accepted[0]?.id });
    }
    expect(await database.emailRecord.count({ where: { subject: 'twenty' } })).toBe(1);
  });

  test('answers a repeated request with the first response, and refuses a different request', async () => {
    const first = sampleSubmission();
    expect(await acceptSubmissions(database, [first], request('k', 'a', first.id))).toEqual({ kind: 'accepted' });
    expect(await acceptSubmissions(database, [sampleSubmission()], request('k', 'a', 'x'))).toEqual({
      kind: 'repeated',
      response: { id: first.id },
    });
    expect(await acceptSubmissions(database, [sampleSubmission()], request('k', 'b', 'x'))).toEqual({
      kind: 'different_request',
    });
    const other = { ...request('k', 'b', 'x'), apiKeyId: newId() };
    expect(await acceptSubmissions(database, [sampleSubmission()], other)).toEqual({ kind: 'accepted' });
  });

  test('expires after a day', async () => {
    const first = sampleSubmission();
    await acceptSubmissions(database, [first], request('old', 'a', first.id));
    await database.$executeRaw`UPDATE "IdempotencyKey" SET "createdAt" = now() - interval '25 hours' WHERE response = ${JSON.stringify({ id: first.id })}::jsonb`;
    const second = sampleSubmission();
    expect(await acceptSubmissions(database, [second], request('old', 'b', second.id))).toEqual({ kind: 'accepted' });
    expect(await removeExpiredIdempotencyKeys(database, new Date(Date.now() + 1000), 1000)).toBeGreaterThanOrEqual(1);
    expect(await database.idempotencyKey.count()).toBe(0);
  });

  test('is not used by an email that could not be stored', async () => {
    const bad = sampleSubmission({ subject: '\u0000' });
    await expect(acceptSubmissions(database, [bad], request('bad', 'a', bad.id))).rejects.toThrow();
    const good = sampleSubmission();
    expect(await acceptSubmissions(database, [good], request('bad', 'a', good.id))).toEqual({ kind: 'accepted' });
  });
});

describe('a scheduled email', () => {
  test('is rescheduled, and the job for its old time is stale', async () => {
    const id = await accept({ scheduledAt: inAnHour() });
    const due = new Date(Date.now() - 1000);
    expect(await rescheduleEmail(database, id, due, 'all')).toEqual({ kind: 'done', generation: 1 });
    expect(await getEmail(database, id, 'all')).toMatchObject({ status: 'scheduled', scheduledAt: due, nextAttemptAt: due });
    expect(await attempt(id, 0)).toBeNull();
    expect(await attempt(id, 1)).toBe(1);
  });

  test('is canceled with its recipients, and never sent', async () => {
    const id = await accept({ scheduledAt: inAnHour() });
    expect(await cancelEmail(database, id, 'all')).toEqual({ kind: 'done' });
    expect(await getEmail(database, id, 'all')).toMatchObject({
      status: 'canceled',
      nextAttemptAt: null,
      recipients: [{ state: 'canceled' }],
    });
    expect((await listEvents(database, id, 'all'))?.map(({ type }) => type)).toEqual(['scheduled', 'canceled']);
    expect(await attempt(id, 1)).toBeNull();
    expect(await cancelEmail(database, id, 'all')).toEqual({ kind: 'wrong_status', status: 'canceled' });
    expect(await rescheduleEmail(database, id, inAnHour(), 'all')).toEqual({ kind: 'wrong_status', status: 'canceled' });
  });

  test('is either canceled or begun when cancel and worker race', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = await accept({ scheduledAt: new Date(Date.now() - 1000) });
      const [canceled, begun] = await Promise.all([cancelEmail(database, id, 'all'), attempt(id, 0)]);
      expect([canceled.kind === 'done', begun === 1].filter(Boolean)).toHaveLength(1);
    }
  });

  test('that does not exist is not found', async () => {
    expect(await cancelEmail(database, newId(), 'all')).toEqual({ kind: 'not_found' });
    expect(await rescheduleEmail(database, newId(), inAnHour(), 'all')).toEqual({ kind: 'not_found' });
  });
});

describe('a failed email', () => {
  test('is queued again for the recipients that it was not sent to', async () => {
    const id = await accept({
      recipients: [
        { address: 'a@x.example', kind: 'to' },
        { address: 'b@x.example', kind: 'to' },
      ],
    });
    await database.emailRecipient.update({
      where: { emailId_address: { emailId: id, address: 'a@x.example' } },
      data: { state: 'sent' },
    });
    await put(id, 'failed');
    expect(await retryEmail(database, id, 'all')).toEqual({ kind: 'done', generation: 6 });
    const email = await getEmail(database, id, 'all');
    expect(email).toMatchObject({ status: 'queued', retryCount: 0 });
    expect(email?.recipients.map(({ state }) => state)).toEqual(['sent', 'pending']);
    expect(await attempt(id, 6)).toBe(1);
  });

  test('is not queued again without its content, nor from any other status', async () => {
    const id = await accept();
    expect(await retryEmail(database, id, 'all')).toEqual({ kind: 'wrong_status', status: 'queued' });
    await put(id, 'bounced');
    await database.emailContent.delete({ where: { emailId: id } });
    expect(await retryEmail(database, id, 'all')).toEqual({ kind: 'content_expired' });
    expect(await retryEmail(database, newId(), 'all')).toEqual({ kind: 'not_found' });
  });
});

describe('an email that is held in doubt', () => {
  test.each([
    ['sent', 'sent', 'sent'],
    ['failed', 'failed', 'failed'],
    ['retry', 'queued', 'pending'],
  ] as const)('gets the status of its resolution: %s', async (resolution, status, state) => {
    const id = await accept();
    await put(id, 'in_doubt');
    expect(await resolveEmail(database, id, resolution, 'all')).toEqual({ kind: 'done', generation: 6 });
    expect(await getEmail(database, id, 'all')).toMatchObject({ status, recipients: [{ state }] });
    expect(await resolveEmail(database, id, resolution, 'all')).toEqual({ kind: 'wrong_status', status });
    expect(await attempt(id, 6)).toBe(resolution === 'retry' ? 1 : null);
  });

  test.each([
    ['live', 'sent', { 'ann@example.com': 'sent', 'bea@example.com': 'suppressed', 'cem@example.com': 'sent' }],
    ['live', 'failed', { 'ann@example.com': 'failed', 'bea@example.com': 'failed', 'cem@example.com': 'failed' }],
    ['test', 'sent', { 'ann@example.com': 'sent', 'bea@example.com': 'sent', 'cem@example.com': 'sent' }],
  ] as const)('in %s mode resolved as %s gives each recipient its state', async (mode, resolution, states) => {
    const recipients = Object.keys(states).map((address) => ({ address, kind: 'to' as const }));
    const id = await accept({ mode, to: Object.keys(states), recipients });
    await addSuppressions(database, [{ email: 'bea@example.com', origin: 'manual' }]);
    expect(await attempt(id, 0)).toBe(1);
    // This recipient was sent to, and its bounce suppressed it afterwards.
    await addSuppressions(database, [{ email: 'cem@example.com', origin: 'bounce' }]);
    await database.suppression.updateMany({
      where: { email: 'cem@example.com' },
      data: { createdAt: new Date(Date.now() + 1000) },
    });
    await put(id, 'in_doubt');
    expect(await resolveEmail(database, id, resolution, 'all')).toMatchObject({ kind: 'done' });
    const rows = await database.emailRecipient.findMany({ where: { emailId: id } });
    await database.suppression.deleteMany();
    expect(Object.fromEntries(rows.map(({ address, state }) => [address, state]))).toEqual(states);
  });
});

describe('content', () => {
  const attachment = (text: string) => ({
    filename: 'a.txt',
    contentType: null,
    contentId: null,
    url: null,
    bytes: new Uint8Array(Buffer.from(text)),
  });

  const messageOf = (text: string) => ({
    bytes: new Uint8Array(Buffer.from(text)),
    sender: 'hello@acme.example',
    recipients: [],
  });

  /** Creates an email that was accepted and finished this many days ago. */
  async function finishedDaysAgo(days: number, status: EmailStatus, text: string, wholeMessage?: string): Promise<string> {
    const at = new Date(Date.now() - days * 86_400_000);
    const id = `${at
      .getTime()
      .toString(16)
      .padStart(12, '0')
      .replace(/^(.{8})/, '$1-')}${newId().slice(13)}`;
    await accept({
      id,
      attachments: [attachment(text)],
      ...(wholeMessage !== undefined && { message: messageOf(wholeMessage) }),
    });
    await put(id, status);
    await database.emailEvent.updateMany({ where: { emailId: id }, data: { at } });
    return id;
  }

  test('is removed from emails finished before the retention period, and from no others', async () => {
    const old = await finishedDaysAgo(40, 'sent', 'only in the old one');
    const waiting = await finishedDaysAgo(40, 'deferred', 'still needed');
    const recent = await finishedDaysAgo(10, 'sent', 'shared');
    const shared = await finishedDaysAgo(41, 'failed', 'shared');
    const before = new Date(Date.now() - 30 * 86_400_000);
    expect(await removeExpiredContent(database, before, 1)).toBe(1);
    expect(await removeExpiredContent(database, before, 10)).toBe(1);
    expect(await removeExpiredContent(database, before, 10)).toBe(0);
    for (const [id, kept] of [
      [old, false],
      [shared, false],
      [waiting, true],
      [recent, true],
    ] as const) {
      const email = await getEmail(database, id, 'all');
      expect(email?.content === null).toBe(!kept);
      expect(email?.subject).toBe('Hello');
      const [file] = (await listAttachments(database, id, 'all')) ?? [];
      expect(file?.size).toBeGreaterThan(0);
      expect((await readAttachment(database, id, file?.id ?? '')) === null).toBe(!kept);
    }
    expect(await removeUnusedAttachmentContents(database, 100)).toBe(1);
    expect(await database.attachmentContent.count()).toBe(2);
  });

  test('of submitted messages is removed, except messages still needed', async () => {
    await database.$executeRaw`TRUNCATE "EmailRecord", "AttachmentContent" CASCADE`;
    await finishedDaysAgo(40, 'sent', 'shared', 'Subject: old\r\n\r\n');
    const waiting = await finishedDaysAgo(40, 'deferred', 'shared', 'Subject: still needed\r\n\r\n');
    expect(await removeExpiredContent(database, new Date(Date.now() - 30 * 86_400_000), 10)).toBe(1);
    expect(await removeUnusedAttachmentContents(database, 100)).toBe(1);
    const kept = await database.emailContent.findMany({ include: { message: true } });
    expect(kept.map(({ emailId, message }) => [emailId, Buffer.from(message?.bytes ?? []).toString()])).toEqual([
      [waiting, 'Subject: still needed\r\n\r\n'],
    ]);
    expect(await database.attachmentContent.count()).toBe(2);
  });

  test('a foreign key prevents the previous release from removing a message that no attachment refers to', async () => {
    await accept({ message: messageOf('Subject: x\r\n\r\n') });
    await expect(database.$executeRaw`
      DELETE FROM "AttachmentContent" AS content
      WHERE NOT EXISTS (SELECT FROM "Attachment" WHERE "Attachment".sha256 = content.sha256)`).rejects.toThrow(/foreign key/i);
  });

  test('of an attachment given by URL is stored after it was fetched', async () => {
    const id = await accept({
      attachments: [{ filename: 'r.pdf', contentType: null, contentId: null, bytes: null, url: 'https://files.example/r.pdf' }],
    });
    const [file] = (await listAttachments(database, id, 'all')) ?? [];
    expect(file).toMatchObject({ size: null, sha256: null });
    const bytes = new Uint8Array([1, 2, 3]);
    await keepFetchedAttachment(database, file?.id ?? '', { bytes, contentType: 'application/pdf' });
    expect(await readAttachment(database, id, file?.id ?? '')).toMatchObject({ contentType: 'application/pdf', bytes });
  });
});
