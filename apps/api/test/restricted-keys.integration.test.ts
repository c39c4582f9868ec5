/** Keys that may do less than others, as their clients meet it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readKeyUsage } from '@sendoff/db';
import { Resend } from 'resend';
import { startTestApi, type TestApi } from './start-test-api.ts';

const MAIL = { from: 'News <news@acme.example>', to: 'ada@example.com', subject: 'Hello', text: 'Hello.' };

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(undefined, { trustProxy: ['127.0.0.1'], defaultFrom: 'ops@acme.example' });
});
afterAll(() => api.close());

type Restrictions = Parameters<TestApi['database']['apiKey']['update']>[0]['data'];

/** A key that was restricted before anybody used it. */
async function restrictedKey(data: Restrictions): Promise<{ readonly id: string; readonly token: string }> {
  const key = await api.createKey();
  await api.database.apiKey.update({ where: { id: key.id }, data });
  return key;
}

const count = (apiKeyId: string) => api.database.emailRecord.count({ where: { apiKeyId } });

describe('a key with senders', () => {
  let key: string;
  let id: string;
  const send = (changes: object = {}) => api.ask('POST', '/emails', { key, body: { ...MAIL, ...changes } });
  const refusal = (address: string) => ({
    statusCode: 403,
    name: 'validation_error',
    message: `This API key may not send as ${address}, only as: news@acme.example, bücher.example.`.replace(
      'bücher',
      'xn--bcher-kva',
    ),
  });

  beforeAll(async () => {
    ({ id, token: key } = await restrictedKey({ allowedSenders: ['news@acme.example', 'xn--bcher-kva.example'] }));
  });

  test.each(['news@acme.example', 'NEWS@ACME.example', 'Autorin <autorin@BÜCHER.example>', 'x@xn--bcher-kva.example'])(
    'sends as %s',
    async (from) => {
      expect((await send({ from })).status).toBe(200);
    },
  );

  test.each([
    ['another mailbox', { from: 'ceo@acme.example' }, 'ceo@acme.example'],
    ['a subdomain', { from: 'a@mail.bücher.example' }, 'a@mail.xn--bcher-kva.example'],
    ['an address in front of the one that counts', { from: '"news@acme.example" <ceo@other.example>' }, 'ceo@other.example'],
    ['a Sender', { headers: { Sender: 'ceo@other.example' } }, 'ceo@other.example'],
    ['a Sender in another spelling', { headers: { sEnDeR: 'CEO <ceo@other.example>' } }, 'ceo@other.example'],
  ])('does not send as %s', async (_what, changes, address) => {
    const before = await count(id);
    expect(await send(changes)).toMatchObject({ status: 403, body: refusal(address) });
    expect(await count(id)).toBe(before);
  });

  test('is held to them also where the server fills in the sender', async () => {
    const { from: _, ...rest } = MAIL;
    expect(await api.ask('POST', '/emails', { key, body: rest })).toMatchObject({ body: refusal('ops@acme.example') });
  });

  test('hears of each email of a batch by its index', async () => {
    const body = [MAIL, { ...MAIL, from: 'ceo@other.example' }, MAIL];
    const before = await count(id);
    const strict = await api.ask('POST', '/emails/batch', { key, body });
    expect(strict).toMatchObject({
      status: 403,
      body: { message: expect.stringMatching(/^The email at index 1: This API key/) },
    });
    expect(await count(id)).toBe(before);
    const permissive = await api.ask('POST', '/emails/batch', { key, body, headers: { 'x-batch-validation': 'permissive' } });
    expect(permissive).toMatchObject({ status: 200, body: { errors: [{ index: 1 }] } });
    expect(await count(id)).toBe(before + 2);
  });
});

describe('nobody can give', () => {
  let key: string;
  const send = (headers: object) => api.ask('POST', '/emails', { key, body: { ...MAIL, headers } });

  beforeAll(async () => {
    ({ token: key } = await api.createKey());
  });

  test.each([
    ['a second From that is not looked at', { from: 'ceo@other.example' }],
    ['a Return-Path', { 'Return-Path': '<ceo@other.example>' }],
    ['a signature', { 'DKIM-Signature': 'v=1; d=other.example' }],
    ['the results of checks', { 'Authentication-Results': 'mx.example; dkim=pass' }],
    ['a seal', { 'ARC-Seal': 'i=1' }],
  ])('%s: the field is left out', async (_what, headers) => {
    const answer = await send(headers);
    expect(answer.status).toBe(200);
    const { headers: kept } = await api.database.emailRecord.findUniqueOrThrow({ where: { id: String(answer.body['id']) } });
    expect(kept).toEqual({});
  });

  test.each([
    ['a second Sender', { Sender: ['a@acme.example', 'b@acme.example'] }],
    ['two Senders in one', { Sender: 'a@acme.example, b@acme.example' }],
    ['a resender', { 'Resent-From': 'ceo@other.example' }],
    ['a resending sender', { 'resent-sender': 'ceo@other.example' }],
    ['a field in a value', { 'X-Test': 'a\r\nFrom: ceo@other.example' }],
    ['a field in a name', { 'X-Test: a\r\nFrom': 'ceo@other.example' }],
    ['a name with a space', { 'From ': 'ceo@other.example' }],
    ['an instruction to SendGrid', { 'X-SMTPAPI': '{"to":["x@example.com"]}' }],
    ['an instruction to Amazon SES', { 'x-ses-configuration-set': 'other' }],
    ['an instruction to Mandrill', { 'X-MC-Subaccount': 'other' }],
  ])('%s: the field is named and refused', async (_what, headers) => {
    const [name = ''] = Object.keys(headers);
    const answer = await send(headers);
    expect(answer).toMatchObject({ status: 422, body: { name: 'validation_error' } });
    expect(answer.body['message']).toContain(name);
  });

  test('but what clients of Resend send passes', async () => {
    expect((await send({ 'X-Entity-Ref-ID': '1', 'List-Unsubscribe': '<https://acme.example/u>' })).status).toBe(200);
  });
});

describe('a key with networks', () => {
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

  test('is refused from everywhere else, before its request is read', async () => {
    const { token: key } = await restrictedKey({ allowedNetworks: ['198.51.100.0/24', '2001:db8::/32'] });
    for (const address of ['198.51.100.9', '2001:db8::7']) {
      expect((await api.ask('POST', '/emails', { key, body: MAIL, ...from(address) })).status).toBe(200);
    }
    const refused = await api.ask('POST', '/emails', { key, body: '{', ...from('192.0.2.7') });
    expect(refused).toMatchObject({
      status: 403,
      body: { name: 'restricted_api_key', message: 'This API key may not be used from 192.0.2.7.' },
    });
  });

  test('signs in to the dashboard from there alone, and so do its sessions act', async () => {
    const { token: key } = await restrictedKey({ allowedNetworks: ['198.51.100.0/24'] });
    const path = '/dashboard/api/session';
    const ask = (method: string, address: string, url: string, more: object = {}) =>
      api.ask(method, url, {
        ...more,
        headers: { 'x-forwarded-for': address, origin: api.url, ...(more as { headers?: object }).headers },
      });
    expect(await ask('POST', '192.0.2.7', path, { body: { key } })).toMatchObject({ status: 403 });
    const signedIn = await ask('POST', '198.51.100.9', path, { body: { key } });
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await ask('GET', '198.51.100.9', '/emails', { headers: { cookie } })).status).toBe(200);
    expect((await ask('GET', '192.0.2.7', '/emails', { headers: { cookie } })).status).toBe(403);
    expect(await ask('GET', '192.0.2.7', path, { headers: { cookie } })).toMatchObject({ status: 403 });
  });
});

describe('a key with a quota', () => {
  test('of emails gets 429 beyond it, until the day is over', async () => {
    const { id, token: key } = await restrictedKey({ dailyEmails: 3 });
    expect((await api.ask('POST', '/emails', { key, body: MAIL })).status).toBe(200);
    const batch = await api.ask('POST', '/emails/batch', {
      key,
      body: [MAIL, MAIL, MAIL],
      headers: { 'x-batch-validation': 'permissive' },
    });
    expect(batch).toMatchObject({
      status: 429,
      body: { statusCode: 429, name: 'daily_quota_exceeded', message: expect.stringContaining('3 emails a day') },
    });
    expect(Number(batch.headers.get('retry-after'))).toBeLessThanOrEqual(86_400);
    expect(Number(batch.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await count(id)).toBe(1);
    expect((await api.ask('POST', '/emails/batch', { key, body: [MAIL, MAIL] })).status).toBe(200);
    expect((await api.ask('GET', '/emails', { key })).status).toBe(200);
  });

  test('counts a repeated request once', async () => {
    const { id, token: key } = await restrictedKey({ dailyEmails: 1 });
    const ask = () => api.ask('POST', '/emails', { key, body: MAIL, headers: { 'idempotency-key': 'order-4711' } });
    const first = await ask();
    expect(await ask()).toMatchObject({ status: 200, body: first.body });
    expect((await readKeyUsage(api.database, [id])).get(id)).toMatchObject({ emails: 1 });
  });

  test('of scheduled emails may send others at once', async () => {
    const { token: key } = await restrictedKey({ maxScheduled: 1 });
    const later = { ...MAIL, scheduled_at: 'in 1 hour' };
    const first = await api.ask('POST', '/emails', { key, body: later });
    expect(await api.ask('POST', '/emails', { key, body: later })).toMatchObject({
      status: 429,
      body: { name: 'rate_limit_exceeded', message: expect.stringContaining('1 email scheduled at once') },
    });
    expect((await api.ask('POST', '/emails', { key, body: MAIL })).status).toBe(200);
    await api.ask('POST', `/emails/${String(first.body['id'])}/cancel`, { key });
    expect((await api.ask('POST', '/emails', { key, body: later })).status).toBe(200);
  });
});

test('the official client reads each refusal as an error, with its name and status', async () => {
  const clientOf = async (data: Restrictions) => new Resend((await restrictedKey(data)).token, { baseUrl: api.url });
  const send = async (data: Restrictions) => {
    const { data: sent, error } = await (await clientOf(data)).emails.send(MAIL);
    expect(sent).toBeNull();
    return error;
  };
  expect(await send({ allowedSenders: ['other.example'] })).toMatchObject({
    statusCode: 403,
    name: 'validation_error',
    message: 'This API key may not send as news@acme.example, only as: other.example.',
  });
  expect(await send({ allowedNetworks: ['198.51.100.0/24'] })).toMatchObject({ statusCode: 403, name: 'restricted_api_key' });
  expect(await send({ dailyEmails: 0 })).toMatchObject({ statusCode: 429, name: 'daily_quota_exceeded' });
});
