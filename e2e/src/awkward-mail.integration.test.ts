/** Names, subjects, headers and attachments that mail programs interpret differently unless they are encoded correctly. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import PostalMime from 'postal-mime';
import { callApi } from './testing/call-api.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { waitForArrival } from './testing/wait-for-status.ts';

const BASE = { from: 'hello@acme.example', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };

/** Lines that are too long, NULs, non-ASCII bytes, all kinds of line endings, and text that looks like MIME parts. */
const AWKWARD = Buffer.concat([
  Buffer.from('Subject: inner\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n.\r\nFrom a\n\nlone CR\rlone LF\n'),
  Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
  Buffer.from('é'.repeat(1500)),
]);

const releases = createReleases();
let stack: Stack;

beforeAll(async () => {
  stack = await startStack(releases, {});
  await Promise.all([stack.startApi(), stack.startWorker()]);
});
afterAll(releases.releaseAll);

const submit = (changes: object) => callApi(stack.api, { method: 'POST', path: '/emails', body: { ...BASE, ...changes } });

async function sendAndReceive(changes: object) {
  const { status, body } = await submit(changes);
  expect([status, body]).toEqual([200, { id: expect.any(String) }]);
  const { id } = body as { id: string };
  const { received } = await waitForArrival(stack, id);
  const raw = Buffer.from(received.raw);
  expect(
    Math.max(
      ...raw
        .toString('latin1')
        .split('\r\n')
        .map(({ length }) => length),
    ),
  ).toBeLessThanOrEqual(998);
  const shown = (await callApi(stack.api, { path: `/emails/${id}` })).body;
  return { shown, raw: raw.toString('utf8'), parsed: await PostalMime.parse(raw) };
}

test('files arrive byte for byte, regardless of their names and types', async () => {
  const files = [
    { filename: 'orig.eml' },
    { filename: 'page.mht' },
    { filename: 'backup.gzip' },
    { filename: 'given.eml', content_type: 'message/rfc822' },
    { filename: 'backup.gz', content_type: 'multipart/x-gzip' },
    { filename: 'notes.txt', content_type: 'text/plain', content_id: 'notes' },
    { filename: 'page.html' },
  ];
  const attachments = files.map((file) => ({ ...file, content: AWKWARD.toString('base64') }));
  const { parsed } = await sendAndReceive({ html: '<p>Hello.</p>', attachments });
  const arrived = new Map(parsed.attachments.map(({ filename, content }) => [filename, Buffer.from(content as ArrayBuffer)]));
  for (const { filename } of files) expect([filename, arrived.get(filename)?.equals(AWKWARD)]).toEqual([filename, true]);
  expect(arrived.size).toBe(files.length);
  expect(parsed.text?.trim()).toBe('Hello.');
});

test('long subjects and names arrive unchanged', async () => {
  const name = 'n'.repeat(1500);
  const mailbox = `${name} <ada@example.com>`;
  const { parsed } = await sendAndReceive({ subject: 'x'.repeat(1500), from: mailbox, to: [mailbox], reply_to: mailbox });
  expect(parsed.subject).toBe('x'.repeat(1500));
  for (const read of [parsed.from, parsed.to?.[0], parsed.replyTo?.[0]]) {
    expect(read).toMatchObject({ name, address: 'ada@example.com' });
  }
});

test('encoded names and subjects are decoded for display, and encoded again only where necessary', async () => {
  const { shown, raw, parsed } = await sendAndReceive({
    from: '=?utf-8?b?SsO8cmdlbg==?= <j@acme.example>',
    to: ['=?utf-8?q?Doe=2C_Jane?= <jane@example.com>', '"=?iso-8859-1?q?Gr=FC=DFe?=" <g@example.com>'],
    subject: '=?utf-8?q?Gr=C3=BC=C3=9Fe?= from Rome',
  });
  expect(shown).toMatchObject({
    from: 'Jürgen <j@acme.example>',
    to: ['"Doe, Jane" <jane@example.com>', 'Grüße <g@example.com>'],
    subject: 'Grüße from Rome',
  });
  expect(raw).toContain('From: =?UTF-8?Q?J=C3=BCrgen?= <j@acme.example>\r\n');
  expect(raw).toContain('To: "Doe, Jane" <jane@example.com>, =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=');
  expect(parsed.subject).toBe('Grüße from Rome');
});

test('a line break in an encoded name or subject does not become a line break in the message or its display', async () => {
  const hidden = '=?utf-8?q?Ada=0D=0ABcc:_eve=40evil.example?=';
  const { shown, raw, parsed } = await sendAndReceive({ from: `${hidden} <j@acme.example>`, subject: hidden });
  expect(shown).toMatchObject({ from: `${hidden} <j@acme.example>`, subject: hidden });
  expect(raw).not.toContain(hidden);
  expect(parsed).toMatchObject({ subject: hidden, from: { name: hidden, address: 'j@acme.example' } });
});

test('an unquoted name may contain commas, colons and quotes', async () => {
  const { shown, raw } = await sendAndReceive({
    from: 'Acme, Inc. <a@acme.example>',
    to: ['Jane "JD" Doe: Sales <jane@example.com>'],
  });
  expect(shown).toMatchObject({ from: 'Acme, Inc. <a@acme.example>', to: ['Jane "JD" Doe: Sales <jane@example.com>'] });
  expect(raw).toContain('From: "Acme, Inc." <a@acme.example>\r\n');
  expect(raw).toContain('To: "Jane \\"JD\\" Doe: Sales" <jane@example.com>\r\n');
});

test('custom headers in ASCII arrive unchanged, others in the encoding that the field requires', async () => {
  const references = Array.from({ length: 120 }, (_, index) => `<${'a'.repeat(60)}.${String(index)}@mail.example.com>`).join(' ');
  const { raw } = await sendAndReceive({
    headers: {
      'X-Metadata': '{"category":["a","b"]}',
      'Disposition-Notification-To': '"Ops, Acme" <ops@acme.example>',
      'List-Unsubscribe': '<https://acme.example/désabonner?u=1>',
      'X-Names': 'Zoë and "Ann"',
      References: references,
    },
  });
  const unfolded = raw.replaceAll(/\r\n(?=[ \t])/g, '');
  expect(unfolded).toContain('X-Metadata: {"category":["a","b"]}\r\n');
  expect(unfolded).toContain('Disposition-Notification-To: "Ops, Acme" <ops@acme.example>\r\n');
  expect(unfolded).toContain('List-Unsubscribe: <https://acme.example/d%C3%A9sabonner?u=1>\r\n');
  expect(unfolded).toContain('X-Names: =?UTF-8?Q?Zo=C3=AB_and_=22Ann=22?=\r\n');
  expect(unfolded).toContain(`References: ${references}\r\n`);
});

test.each([
  ['In-Reply-To', '<é@example.com>', 'must be ASCII'],
  ['List-Unsubscribe', 'désabonner', 'only in a URL'],
  ['X-Note', '=?utf-8?q?a=0D=0AX-Evil:_b?=', 'line break'],
])('a header %s: %s is refused with the reason', async (name, value, reason) => {
  const { status, body } = await submit({ headers: { [name]: value } });
  expect([status, (body as { message: string }).message]).toEqual([422, expect.stringContaining(reason)]);
});
