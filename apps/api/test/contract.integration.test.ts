/** Every example of the OpenAPI document, sent to a listening API. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { acceptSubmissions, createApiKey, type EmailStatus } from '@sendoff/db';
import { sampleSubmission } from '@sendoff/db/testing';
import { examplesOf, operationsOf, type OpenApiParameter, type ServedOperation } from './openapi-document.ts';
import { startTestApi, type TestApi } from './start-test-api.ts';
import { EXAMPLE_ID } from '../src/routes/resource-id.ts';

/** Where the email of the examples must stand for an operation to succeed; elsewhere it is queued. */
const STANDING: Readonly<Record<string, EmailStatus>> = {
  'PATCH /emails/{id}': 'scheduled',
  'POST /emails/{id}/cancel': 'scheduled',
  'POST /emails/{id}/retry': 'failed',
  'POST /emails/{id}/resolve': 'in_doubt',
  'GET /emails/{id}/wait': 'sent',
};

/** No document can hold a link that is valid. */
const UNSIGNED = 'GET /attachments/{id}/download';

let api: TestApi;
let key: string;

beforeAll(async () => {
  api = await startTestApi(undefined, { wrongKeyLimit: { count: 1000, periodMs: 1000 } });
});
afterAll(() => api.close());

/** Brings about the email, the file, the key, the suppression and the webhook that the examples speak of. */
async function reset(name: string): Promise<void> {
  await api.database.emailRecord.deleteMany();
  await api.database.apiKey.deleteMany();
  await api.database.suppression.deleteMany();
  await api.database.suppression.create({ data: { id: EXAMPLE_ID, email: 'ada@example.com', origin: 'manual' } });
  await resetWebhook();
  ({ token: key } = await api.createKey());
  const bytes = new Uint8Array(Buffer.from('Hello'));
  const attachments = [{ filename: 'a.txt', contentType: 'text/plain', contentId: null, bytes, url: null }];
  await acceptSubmissions(api.database, [sampleSubmission({ id: EXAMPLE_ID, attachments })]);
  await api.database.attachment.updateMany({ data: { id: EXAMPLE_ID } });
  const { id } = await createApiKey(api.database, { name: 'example', permission: 'sending_access', mode: 'test' });
  await api.database.apiKey.update({ where: { id }, data: { id: EXAMPLE_ID } });
  await stand(name);
}

/** A webhook with an event that was refused once. */
async function resetWebhook(): Promise<void> {
  await api.database.webhookDelivery.deleteMany();
  await api.database.webhookEndpoint.deleteMany();
  const secrets = { create: { id: EXAMPLE_ID, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' } };
  await api.database.webhookEndpoint.create({
    data: { id: EXAMPLE_ID, url: 'https://hooks.example.com/', events: ['email.bounced'], secrets },
  });
  const attempt = { n: 1, id: EXAMPLE_ID, worker: 'w', outcome: 'refused', httpStatus: 500, response: 'x' } as const;
  const delivery = {
    id: EXAMPLE_ID,
    endpointId: EXAMPLE_ID,
    type: 'email.bounced',
    payload: '{"type":"email.bounced","data":{"to":["x"]}}',
  };
  await api.database.webhookDelivery.create({ data: { ...delivery, attempts: { create: attempt } } });
}

/** Moves the email to where the operation `name` finds it. */
async function stand(name: string): Promise<void> {
  const status = STANDING[name];
  if (status === undefined) return;
  const tomorrow = new Date(Date.now() + 86_400_000);
  const times = status === 'scheduled' ? { scheduledAt: tomorrow, nextAttemptAt: tomorrow } : { nextAttemptAt: null };
  await api.database.emailRecord.update({ where: { id: EXAMPLE_ID }, data: { status, ...times } });
}

const exampleOf = ({ example, schema }: OpenApiParameter): unknown =>
  example ?? (schema['examples'] as unknown[] | undefined)?.[0];

/** The path with the examples of its parameters. */
const pathOf = ({ path, operation: { parameters = [] } }: ServedOperation): string =>
  parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((filled, parameter) => filled.replace(`{${parameter.name}}`, String(exampleOf(parameter))), path);

/** What is required with nothing else, and with each other parameter of the query or of the headers that has an example. */
function variantsOf({ operation: { parameters = [] } }: ServedOperation) {
  const given = parameters.filter((one) => one.in !== 'path' && exampleOf(one) !== undefined);
  const required = given.filter((one) => one.required === true);
  const optional = given.filter((one) => one.required !== true);
  return [[], ...optional.map((one) => [one])].map((extra) => ({
    label: extra.map(({ name }) => name).join() || 'no parameter',
    ...sendable([...required, ...extra]),
  }));
}

function sendable(parameters: readonly OpenApiParameter[]) {
  const pairsIn = (place: string) =>
    parameters.filter((one) => one.in === place).map((one) => [one.name, String(exampleOf(one))] as [string, string]);
  return { query: new URLSearchParams(pairsIn('query')).toString(), headers: Object.fromEntries(pairsIn('header')) };
}

const successesOf = ({ operation }: ServedOperation): number[] =>
  Object.keys(operation.responses)
    .map(Number)
    .filter((status) => status < 300);

interface ExampleBody {
  readonly bodyLabel: string;
  readonly type: string;
  readonly body: unknown;
}

function bodiesOf({ operation }: ServedOperation): ExampleBody[] {
  const { requestBody } = operation;
  if (requestBody === undefined) return [{ bodyLabel: 'no body', type: 'application/json', body: undefined }];
  return Object.entries(requestBody.content).flatMap(([type, media]) =>
    examplesOf(media).map(([bodyLabel, body]) => ({ bodyLabel, type, body })),
  );
}

test('every example is answered with the success that the document promises', async () => {
  const sent: string[] = [];
  for (const served of operationsOf(api.document)) {
    const name = `${served.method} ${served.path}`;
    const success = name === UNSIGNED ? [403] : successesOf(served);
    for (const { bodyLabel, type, body } of bodiesOf(served)) {
      for (const { label, query, headers: given } of variantsOf(served)) {
        const headers = { 'content-type': type, ...given };
        await reset(name);
        const answer = await api.ask(served.method, `${pathOf(served)}?${query}`, { key, headers, body });
        const what = `${name}: ${bodyLabel}, ${label}`;
        expect({ what, answer: answer.body, fine: success.includes(answer.status) }).toEqual({
          what,
          answer: answer.body,
          fine: true,
        });
        sent.push(what);
      }
    }
  }
  expect(sent.length).toBeGreaterThan(20);
});

test('every error of a route that needs a key is as documented: no key, a wrong one, one for sending, broken JSON', async () => {
  const { token: sending } = await api.createKey('sending_access');
  for (const served of operationsOf(api.document)) {
    const [method, path] = [served.method, pathOf(served)];
    await api.ask(method, path);
    await api.ask(method, path, { key: 'wrong' });
    await api.ask(method, path, { key: sending, ...(method !== 'GET' && { body: {} }) });
    if (method === 'GET') continue;
    await api.ask(method, path, { key, body: '{' });
    await api.ask(method, path, { key, body: 'x', headers: { 'content-type': 'text/plain' } });
    await api.ask(method, path, { key, body: [1] });
  }
  // What is not as documented makes `close` reject.
});
