/**
 * Attacks with a single request: keys without permission, and injected headers. That MIME boundaries cannot be guessed is tested in
 * `packages/mail`, since it is not visible from outside.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readEmail, submitEmail } from '../testing/api-client.ts';
import { callApi, type RawAnswer, type RawRequest } from '../testing/call-api.ts';
import { createReleases } from '../testing/releases.ts';
import { waitForArrival } from '../testing/wait-for-status.ts';
import { startStack, type Stack } from '../testing/start-stack.ts';
import { openSmtpSession, submit } from './attacker/smtp-client.ts';

const EMAIL = { from: 'Shop <shop@bystander.example>', to: 'ada@mail.example', subject: 'Hello', text: 'It works.' };
const LATER = { scheduled_at: 'in 1 hour' };

const releases = createReleases();
let stack: Stack;
/** A key of each kind; all but the first are test keys. */
let keys: { readonly live: string; readonly full: string; readonly sending: string };

beforeAll(async () => {
  stack = await startStack(releases, {});
  await Promise.all([stack.startApi(), stack.startWorker(), stack.startSmtp()]);
  const create = async (body: object): Promise<string> => {
    const answer = await callApi(stack.api, { method: 'POST', path: '/api-keys', body: { name: 'attacker', ...body } });
    return (answer.body as { token: string }).token;
  };
  keys = {
    live: stack.api.key,
    full: await create({ permission: 'full_access', mode: 'test' }),
    sending: await create({ permission: 'sending_access', mode: 'test' }),
  };
});
afterAll(releases.releaseAll);

const callWith = (key: string, request: RawRequest): Promise<RawAnswer> => callApi({ ...stack.api, key }, request);

/** The keys by mode and permission, without their names. */
async function listKeys(): Promise<string[]> {
  const { body } = await callWith(keys.live, { path: '/api-keys?limit=100' });
  return (body as { data: { mode: string; permission: string }[] }).data.map(({ mode, permission }) => `${mode} ${permission}`);
}

describe('a test key', () => {
  test.each([
    ['full', { mode: 'live' }],
    ['full', { mode: 'live', permission: 'sending_access' }],
    ['full', {}],
    ['sending', {}],
    ['sending', { mode: 'test', permission: 'sending_access' }],
  ] as const)('with %s access makes no live key by %j', async (kind, body) => {
    const before = (await listKeys()).filter((key) => key.startsWith('live'));
    await callWith(keys[kind], { method: 'POST', path: '/api-keys', body: { name: 'grown', ...body } });
    expect((await listKeys()).filter((key) => key.startsWith('live'))).toEqual(before);
  });

  test('can neither read nor change live emails', async () => {
    const id = await submitEmail(stack.api, { ...EMAIL, ...LATER });
    const before = await readEmail(stack.api, id);
    const requests: RawRequest[] = [
      { path: `/emails/${id}` },
      { path: `/emails/${id}/events` },
      { path: `/emails/${id}/attempts` },
      { path: `/emails/${id}/attachments` },
      { method: 'POST', path: `/emails/${id}/cancel` },
      { method: 'POST', path: `/emails/${id}/retry` },
      { method: 'POST', path: `/emails/${id}/resolve`, body: { outcome: 'sent' } },
      { method: 'PATCH', path: `/emails/${id}`, body: { scheduled_at: 'in 2 hours' } },
    ];
    const statuses = await Promise.all(requests.map(async (request) => (await callWith(keys.full, request)).status));
    expect(requests.filter((_, index) => (statuses[index] ?? 0) < 400)).toEqual([]);
    const { body } = await callWith(keys.full, { path: '/emails?limit=100' });
    expect(JSON.stringify(body)).not.toContain(id);
    expect(await readEmail(stack.api, id)).toEqual(before);
  });
});

describe('relay instructions are rejected in', () => {
  test.each(['X-SMTPAPI', 'x-ses-configuration-set', 'X-MC-Subaccount'])('the header %s of a request', async (name) => {
    const { status, body } = await callWith(keys.live, {
      method: 'POST',
      path: '/emails',
      body: { ...EMAIL, headers: { [name]: 'evil' } },
    });
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining(name)]);
  });

  test.each(['X-SMTPAPI', 'x-ses-configuration-set', 'X-MC-Subaccount'])('the field %s of a message by SMTP', async (name) => {
    expect(await submitRaw(`${name}: evil\r\nFrom: shop@bystander.example\r\n\r\nx\r\n`)).toMatch(/^5/);
  });
});

describe('a message by SMTP', () => {
  test.each([
    ['with two From fields is rejected', 'From: shop@bystander.example\r\nFrom: bank@victim.example\r\n'],
    [
      'with two From fields far apart is rejected',
      'From: shop@bystander.example\r\nX-A: 1\r\nSubject: x\r\nfrom : bank@victim.example\r\n',
    ],
    ['with a header line that is not a field is rejected', 'From: shop@bystander.example\r\nnot a field\r\nSubject: x\r\n'],
    ['with a folded line at the beginning is rejected', ' From: bank@victim.example\r\nFrom: shop@bystander.example\r\n'],
  ])('%s', async (_, header) => {
    expect(await submitRaw(`${header}\r\nx\r\n`)).toMatch(/^5/);
  });

  test('with one From field is accepted', async () => {
    expect(await submitRaw('From: shop@bystander.example\r\nSubject: x\r\n\r\nx\r\n')).toBe('250');
  });
});

test('an email can be sent after the rejected requests', async () => {
  await waitForArrival(stack, await submitEmail(stack.api, EMAIL));
});

async function submitRaw(message: string): Promise<string> {
  const port = Number(stack.variables['SUBMISSION_PORT']);
  const client = await openSmtpSession(port, '127.0.0.1', keys.live, new AbortController().signal);
  try {
    return await submit(client, { from: 'shop@bystander.example', to: ['ada@mail.example'] }, Buffer.from(message));
  } finally {
    client.close();
  }
}
