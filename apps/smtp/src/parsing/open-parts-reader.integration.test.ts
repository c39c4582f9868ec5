/** The displayed parts of a submitted message: parsed after the reply, and recorded whatever happens in between. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLogger } from '@sendoff/runtime';
import { acceptSubmissions, createApiKey, findPendingParts, getEmail, readAttachment, type Database } from '@sendoff/db';
import { openMigratedDatabase, sampleSubmission } from '@sendoff/db/testing';
import { openParsers, type Parsers } from './open-parsers.ts';
import { openPartsReader, type PartsReaderParts } from './open-parts-reader.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const NEVER = { sweepEveryMs: 3_600_000, sweepAgeMs: 3_600_000 };

let database: Database;
let close: () => Promise<void>;
let parsers: Parsers;
beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 4 }));
  parsers = openParsers();
});
afterAll(async () => {
  await parsers.close();
  await close();
});

const MESSAGE = [
  ...['From: ann@acme.example', 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/html', ''],
  ...[
    '<p>hi</p>',
    '--b',
    'Content-Type: application/pdf',
    'Content-Disposition: attachment; filename=bill.pdf',
    '',
    'x',
    '--b--',
    '',
  ],
].join('\r\n');

async function accept(message = MESSAGE, apiKeyId: string | null = null): Promise<string> {
  const bytes = Uint8Array.from(Buffer.from(message));
  const submission = sampleSubmission({
    ...{ html: null, text: null, apiKeyId },
    message: { bytes, sender: 'ann@acme.example', recipients: ['ann@example.com'], partsPending: true },
  });
  await acceptSubmissions(database, [submission]);
  return submission.id;
}

/** Waits until no email is left to be parsed. */
async function untilRead(): Promise<void> {
  while ((await database.emailContent.count({ where: { partsPending: true } })) > 0) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const open = (parts: Partial<PartsReaderParts> = {}, times = NEVER) =>
  openPartsReader({ database, parsers, logger, ...parts }, times);

test('the parts of a message are displayed once they are parsed', async () => {
  const reader = open();
  const id = await accept();
  expect((await getEmail(database, id, 'all'))?.content).toMatchObject({ html: null, text: null });
  reader.note({ emailId: id, apiKeyId: null });
  await untilRead();
  expect((await getEmail(database, id, 'all'))?.content).toMatchObject({ html: '<p>hi</p>\n', text: null });
  const [attachment] = await database.attachment.findMany({ where: { emailId: id } });
  const read = await readAttachment(database, id, attachment?.id ?? '');
  expect(read).toMatchObject({ filename: 'bill.pdf', contentType: 'application/pdf' });
  expect(Buffer.from(read?.bytes ?? []).toString()).toBe('x\n');
  await reader.close();
});

test('a message that a process left unparsed is parsed by the next one', async () => {
  const id = await accept();
  const reader = open({}, { sweepEveryMs: 3_600_000, sweepAgeMs: -1000 });
  await untilRead();
  expect((await getEmail(database, id, 'all'))?.content).toMatchObject({ html: '<p>hi</p>\n' });
  await reader.close();
});

test('a message that cannot be parsed is not tried again, and is displayed without its parts', async () => {
  const id = await accept(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(1002)}`);
  const reader = open();
  reader.note({ emailId: id, apiKeyId: null });
  await untilRead();
  expect((await getEmail(database, id, 'all'))?.content).toMatchObject({ html: null, text: null });
  await reader.close();
});

test('the parts of a message are not recorded when its content was removed during parsing', async () => {
  const id = await accept();
  const removing: Pick<Parsers, 'parseLater'> = {
    parseLater: async (key, load) => {
      const parts = await parsers.parseLater(key, load);
      await database.emailContent.delete({ where: { emailId: id } });
      return parts;
    },
  };
  const reader = open({ parsers: removing });
  reader.note({ emailId: id, apiKeyId: null });
  await reader.close();
  expect(await database.attachment.count({ where: { emailId: id } })).toBe(0);
  expect(await database.emailContent.count({ where: { emailId: id } })).toBe(0);
});

test('a message that two processes parse is recorded once', async () => {
  const id = await accept();
  const [one, other] = [open(), open()];
  for (const reader of [one, other]) reader.note({ emailId: id, apiKeyId: null });
  await Promise.all([one.close(), other.close()]);
  expect(await database.attachment.count({ where: { emailId: id } })).toBe(1);
});

test('a message that is being parsed when the process stops stays pending', async () => {
  const id = await accept();
  const stopping = openParsers();
  const reader = open({
    parsers: {
      parseLater: (key, load) =>
        stopping.parseLater(key, () => {
          void stopping.close();
          return load();
        }),
    },
  });
  reader.note({ emailId: id, apiKeyId: null });
  await reader.close();
  expect(await database.emailContent.findUnique({ where: { emailId: id } })).toMatchObject({ partsPending: true });
  await database.emailRecord.delete({ where: { id } });
});

test('unparsed messages are returned in turns by API key', async () => {
  const keys = [];
  for (const name of ['a', 'b'])
    keys.push((await createApiKey(database, { name, permission: 'sending_access', mode: 'live' })).id);
  const [a = '', b = ''] = keys;
  const ids = [];
  for (const key of [a, a, a, a, b]) ids.push(await accept(MESSAGE, key));
  const found = await findPendingParts(database, new Date(Date.now() + 1000), 3);
  expect(found).toEqual([
    { emailId: ids[0], apiKeyId: a },
    { emailId: ids[4], apiKeyId: b },
    { emailId: ids[1], apiKeyId: a },
  ]);
  expect(await findPendingParts(database, new Date(0), 3)).toEqual([]);
});
