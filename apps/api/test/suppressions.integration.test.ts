/** The suppression list over HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addSuppressions } from '@sendoff/db';
import { startTestApi, type AskOptions, type TestApi } from './start-test-api.ts';
import { EXAMPLE_ID } from '../src/routes/resource-id.ts';

let api: TestApi;
let key: string;

beforeAll(async () => {
  api = await startTestApi(undefined);
  ({ token: key } = await api.createKey());
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.suppression.deleteMany();
});

const ask = (method: string, path: string, options: AskOptions = {}) => api.ask(method, path, { key, ...options });
const add = (email: string) => ask('POST', '/suppressions', { body: { email } });
const importCsv = (body: string) => ask('POST', '/suppressions/import', { body, headers: { 'content-type': 'text/csv' } });
const emailsOn = ({ body }: { readonly body: Record<string, unknown> }) =>
  (body['data'] as readonly { readonly email: string }[]).map(({ email }) => email);

describe('one suppression', () => {
  test('is added once, read by id and by address in any letter case, and removed', async () => {
    const first = await add('Ada@Example.com');
    expect([first.status, first.body]).toEqual([201, { object: 'suppression', id: expect.any(String) as unknown }]);
    expect((await add('ada@example.com')).body).toEqual(first.body);
    const id = String(first.body['id']);

    for (const name of [id, id.toUpperCase(), 'ada@example.com', encodeURIComponent('ADA@example.com')]) {
      expect((await ask('GET', `/suppressions/${name}`)).body).toEqual({
        object: 'suppression',
        id,
        email: 'ada@example.com',
        origin: 'manual',
        source_id: null,
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00$/) as unknown,
      });
    }
    expect((await ask('DELETE', '/suppressions/ada%40example.com')).body).toEqual({ object: 'suppression', id, deleted: true });
    for (const method of ['GET', 'DELETE']) {
      expect((await ask(method, `/suppressions/${id}`)).body).toEqual({
        statusCode: 404,
        name: 'not_found',
        message: 'Suppression not found',
      });
    }
  });

  test.each([
    [
      { email: 'Ada <ada@example.com>' },
      'validation_error',
      'The `email` field must be an address alone, without a name before it.',
    ],
    [{ email: 'ada' }, 'validation_error', 'The `email` field must be an email address such as `name@example.com`.'],
    [{}, 'missing_required_field', 'Missing `email` field.'],
  ])('is refused in words when it is no address: %j', async (body, name, message) => {
    expect((await ask('POST', '/suppressions', { body })).body).toEqual({ statusCode: 422, name, message });
  });

  test('a name that is neither id nor address is refused, and the longest address is not too long', async () => {
    expect((await ask('GET', '/suppressions/x')).body).toMatchObject({ statusCode: 422, name: 'invalid_parameter' });
    const longest = `${'x'.repeat(64)}@${'d'.repeat(60)}.${'d'.repeat(60)}.${'d'.repeat(59)}.example`;
    expect((await add(longest)).status).toBe(201);
    expect((await ask('GET', `/suppressions/${encodeURIComponent(longest)}`)).status).toBe(200);
  });
});

describe('many at once', () => {
  test('are added all or none, and removed by addresses or by ids', async () => {
    const added = await ask('POST', '/suppressions/batch/add', {
      body: { emails: ['a@example.com', 'B@example.com', 'b@example.com'] },
    });
    expect(added.status).toBe(201);
    const [first, second] = added.body['data'] as readonly { readonly id: string }[];
    expect(added.body).toEqual({
      data: [
        { object: 'suppression', id: first?.id },
        { object: 'suppression', id: second?.id },
      ],
    });

    const spoilt = await ask('POST', '/suppressions/batch/add', { body: { emails: ['c@example.com', 'nobody'] } });
    expect(spoilt.body).toMatchObject({ statusCode: 422, message: expect.stringContaining('item 2') as unknown });
    expect((await ask('GET', '/suppressions/c@example.com')).status).toBe(404);

    const removed = await ask('POST', '/suppressions/batch/remove', { body: { emails: ['x@example.com', 'A@example.com'] } });
    expect([removed.status, removed.body]).toEqual([200, { data: [{ object: 'suppression', id: first?.id, deleted: true }] }]);
    const rest = await ask('POST', '/suppressions/batch/remove', { body: { ids: [second?.id, EXAMPLE_ID] } });
    expect(rest.body).toEqual({ data: [{ object: 'suppression', id: second?.id, deleted: true }] });
  });

  test.each([
    [{ emails: ['a@example.com'], ids: [EXAMPLE_ID] }, 'The fields `emails` and `ids` exclude each other. Leave one out.'],
    [{}, 'Missing `emails` field.'],
    [{ ids: ['x'] }, `The \`ids\` field, item 1: must be the id of a suppression, such as ${EXAMPLE_ID}.`],
    [{ emails: [] }, 'The `emails` field must be an array of 1 to 100 email addresses.'],
    [{ emails: Array(101).fill('a@example.com') }, 'The `emails` field must be an array of 1 to 100 email addresses.'],
  ])('to remove are refused in words: %j', async (body, message) => {
    expect((await ask('POST', '/suppressions/batch/remove', { body })).body).toMatchObject({ statusCode: 422, message });
  });
});

test('the list is paged, and filtered by origin', async () => {
  for (const n of [1, 2, 3]) await add(`${String(n)}@example.com`);
  await addSuppressions(api.database, [{ email: '4@example.com', origin: 'complaint' }]);
  const first = await ask('GET', '/suppressions?limit=2');
  expect([emailsOn(first), first.body['has_more']]).toEqual([['4@example.com', '3@example.com'], true]);
  const last = (first.body['data'] as readonly { readonly id: string }[])[1]?.id ?? '';
  const second = await ask('GET', `/suppressions?limit=2&after=${last}`);
  expect([emailsOn(second), second.body['has_more']]).toEqual([['2@example.com', '1@example.com'], false]);
  expect(emailsOn(await ask('GET', '/suppressions?origin=complaint'))).toEqual(['4@example.com']);
  expect((await ask('GET', '/suppressions?origin=spite')).body).toMatchObject({ statusCode: 422, name: 'invalid_parameter' });
});

describe('as a file', () => {
  test('the list is exported whole, and imported again with its origins', async () => {
    const emails = Array.from({ length: 2500 }, (_, n) => `user${String(n)}@example.com`);
    for (const from of [0, 1000, 2000]) {
      const some = emails.slice(from, from + 1000).map((email) => ({ email, origin: 'bounce' as const }));
      await addSuppressions(api.database, some);
    }
    const file = await ask('GET', '/suppressions/export');
    expect(file.headers.get('content-disposition')).toContain('suppressions.csv');
    expect(file.text.split('\n').slice(0, 2)).toEqual([
      'email,origin,source_id,created_at',
      expect.stringMatching(/^user0@example\.com,bounce,,20.*Z$/) as unknown,
    ]);
    expect(
      file.text
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).toEqual(emails);
    expect((await ask('GET', '/suppressions/export?origin=manual')).text).toBe('email,origin,source_id,created_at\n');

    await api.database.suppression.deleteMany({ where: { email: { gte: 'user5' } } });
    const left = await api.database.suppression.count();
    const { body } = await importCsv(file.text);
    expect(body).toEqual({ object: 'suppression_import', added: 2500 - left, existing: left, invalid: 0, errors: [] });
    expect((await ask('GET', '/suppressions/user999@example.com')).body).toMatchObject({ origin: 'bounce' });
  });

  test('a formula is exported as a text, and imported as what it was', async () => {
    const emails = ["'=1+1@example.com", '+1@example.com', '-x@example.com', "=cmd|'/c'!a1@example.com", "o'neill@example.com"];
    await addSuppressions(
      api.database,
      emails.map((email) => ({ email, origin: 'manual' as const })),
    );
    const file = await ask('GET', '/suppressions/export');
    const lines = file.text.trimEnd().split('\n').slice(1);
    expect(lines.map((line) => line.split(',')[0]).sort()).toEqual(
      ["''=1+1@example.com", "'+1@example.com", "'-x@example.com", "'=cmd|'/c'!a1@example.com", "o'neill@example.com"].sort(),
    );
    await api.database.suppression.deleteMany();
    expect((await importCsv(file.text)).body).toMatchObject({ added: emails.length, invalid: 0 });
    const kept = await api.database.suppression.findMany();
    expect(kept.map(({ email }) => email).sort()).toEqual([...emails].sort());
  });

  test('each bad line is told by its number, and the others are taken', async () => {
    const { body } = await importCsv(
      [
        '\ufeffName,Email,Origin',
        'Ann,ann@example.com,',
        '',
        'Bob,bob,manual',
        '"C, D",C@example.com,complaint',
        'Eve,eve@example.com,spite',
        'Fay',
      ].join('\r\n'),
    );
    expect(body).toEqual({
      object: 'suppression_import',
      added: 2,
      existing: 0,
      invalid: 3,
      errors: [
        { line: 4, message: 'The email must be an email address such as `name@example.com`.' },
        { line: 6, message: 'The origin must be one of manual, bounce, complaint.' },
        { line: 7, message: 'The email must be an email address, and is empty.' },
      ],
    });
    expect((await ask('GET', '/suppressions/c@example.com')).body).toMatchObject({ origin: 'complaint' });
  });

  test('a file without the names of columns begins with the addresses', async () => {
    expect((await importCsv('ann@example.com\nbob@example.com,anything\n')).body).toMatchObject({ added: 2, invalid: 0 });
  });

  test('a quote that nothing ends, and a line that is too long, spoil no others', async () => {
    const { body } = await importCsv(
      ['"bob@example.com', 'cid@example.com', 'x'.repeat(200_000), '"D" <d@x>,"', 'eve@example.com'].join('\n'),
    );
    expect(body).toMatchObject({
      added: 2,
      errors: [
        { line: 1, message: 'The line is not valid CSV: its quotes are unbalanced.' },
        { line: 3, message: 'The line has more than 10000 characters.' },
        { line: 4 },
      ],
    });
  });

  test('a file of more than 10,000 bad lines is not read to its end, and what was good before stays', async () => {
    const bad = '"x\n'.repeat(10_001);
    const { status, body } = await importCsv(`email\nfirst@example.com\n${bad}last@example.com\n`);
    expect({ status, name: body['name'] }).toEqual({ status: 422, name: 'validation_error' });
    expect(body['message']).toContain('more than 10,000 invalid lines, so nothing after line 10003 was read');
    expect((await ask('GET', '/suppressions/first@example.com')).status).toBe(200);
    expect((await ask('GET', '/suppressions/last@example.com')).status).toBe(404);
  });

  test('anything else than CSV is refused', async () => {
    expect((await ask('POST', '/suppressions/import', { body: ['a@example.com'] })).body).toMatchObject({
      statusCode: 415,
      message: expect.stringContaining('text/csv') as unknown,
    });
    expect((await importCsv('')).body).toEqual({
      object: 'suppression_import',
      added: 0,
      existing: 0,
      invalid: 0,
      errors: [],
    });
  });
});
