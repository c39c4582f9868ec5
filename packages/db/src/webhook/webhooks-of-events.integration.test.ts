/** The webhook deliveries created for the events of emails. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../database.ts';
import { acceptSubmissions } from '../email/accept-submissions.ts';
import { beginAttempts } from '../email/begin-attempts.ts';
import type { AttemptRecord } from '@sendoff/core';
import { recordOutcomes } from '../email/record-outcomes.ts';
import { resolveEmail } from '../email/resolve-email.ts';
import type { EmailEventType } from '../generated/enums.ts';
import { newId } from '../new-id.ts';
import { openMigratedDatabase, sampleSubmission } from '../testing/index.ts';
import { createWebhook } from './create-webhook.ts';
import { updateWebhook } from './update-webhook.ts';
import { WEBHOOK_EVENT_TYPES, type WebhookEventType } from './webhook-event-types.ts';
import { webhooksOfSuppressions } from './webhooks-of-suppressions.ts';

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 5 }));
});
afterAll(() => close());
beforeEach(async () => {
  await database.webhookDelivery.deleteMany();
  await database.webhookEndpoint.deleteMany();
});

const subscribe = (...events: WebhookEventType[]) => createWebhook(database, { url: 'https://hooks.example.com/', events });
const written = () => database.webhookDelivery.findMany({ orderBy: { id: 'asc' } });
const bodyOf = ({ payload }: { readonly payload: string }) =>
  JSON.parse(payload) as { type: string; data: Record<string, unknown> };

const REPLY = { replyCode: 550, enhancedCode: '5.1.1', replyText: '5.1.1 No such "user"' };

/** Records an attempt that ends with these events; returns the email and the notified endpoints. */
async function endIn(events: readonly { type: EmailEventType; data: object }[]) {
  const email = sampleSubmission({ tags: [{ name: 'order', value: '17' }], subject: 'Größe "L"\n' });
  await acceptSubmissions(database, [email]);
  await beginAttempts(database, [{ emailId: email.id, generation: 0 }], { worker: 'w', leaseMs: 60_000 });
  const record: AttemptRecord = {
    outcome: 'bounced',
    reason: 'unknown_user',
    relay: null,
    skippedRelays: [],
    remoteAddress: null,
    tlsVersion: null,
    providerMessageId: null,
    recipients: [],
    ...REPLY,
  };
  const after = {
    status: 'bounced',
    retryInMs: null,
    retryCount: 0,
    relayFailureCount: 0,
    recipients: [],
    events,
    suppress: [],
  } as const;
  const noted: string[] = [];
  await recordOutcomes(database, [{ emailId: email.id, n: 1, record, after }], (ids) => noted.push(...ids));
  return { email, noted };
}

test('each endpoint gets the events that it is subscribed to, and is notified once', async () => {
  const all = await subscribe(...WEBHOOK_EVENT_TYPES);
  const some = await subscribe('email.delivered');
  const { email, noted } = await endIn([
    { type: 'sent', data: {} },
    { type: 'delivered', data: { recipient: 'ann@example.com' } },
  ]);
  const deliveries = await written();
  expect(deliveries.map(({ endpointId, type }) => [endpointId, type])).toEqual(
    expect.arrayContaining([
      [all.id, 'email.sent'],
      [all.id, 'email.delivered'],
      [some.id, 'email.delivered'],
    ]),
  );
  expect(deliveries).toHaveLength(3);
  expect([...noted].sort()).toEqual([all.id, some.id].sort());
  const events = await database.emailEvent.findMany({ where: { emailId: email.id }, orderBy: { n: 'asc' } });
  expect(JSON.parse(deliveries.find(({ endpointId }) => endpointId === some.id)?.payload ?? '')).toEqual({
    type: 'email.delivered',
    created_at: events.at(-1)?.at.toISOString(),
    data: {
      email_id: email.id,
      message_id: email.messageId,
      created_at: (await database.emailRecord.findUniqueOrThrow({ where: { id: email.id } })).createdAt.toISOString(),
      from: email.from,
      to: email.to,
      subject: email.subject,
      tags: { order: '17' },
      recipient: 'ann@example.com',
    },
  });
});

test('the deliveries of one email have ids in the order of its events', async () => {
  await subscribe(...WEBHOOK_EVENT_TYPES);
  const before = newId();
  const types = ['delivery_delayed', 'sent', 'delivered', 'complained', 'bounced'] as const;
  await endIn(types.map((type) => ({ type, data: {} })));
  const deliveries = await written();
  expect(deliveries.map(({ type }) => type)).toEqual(types.map((type) => `email.${type}`));
  expect(deliveries.every(({ id }) => id > before && id[14] === '7' && /[89ab]/.test(id[19] ?? ''))).toBe(true);
});

test.each([
  ['unknown_user', { type: 'Permanent', subType: 'General' }],
  ['mailbox_full', { type: 'Transient', subType: 'MailboxFull' }],
  ['message_too_large', { type: 'Transient', subType: 'MessageTooLarge' }],
  ['spam', { type: 'Transient', subType: 'ContentRejected' }],
])('a bounce for %s has its type and the reply of the server', async (reason, kind) => {
  await subscribe('email.bounced');
  await endIn([{ type: 'bounced', data: { reason, ...REPLY } }]);
  const [delivery] = await written();
  expect(delivery && bodyOf(delivery).data['bounce']).toEqual({
    ...kind,
    message: REPLY.replyText,
    diagnosticCode: [`smtp; 550 ${REPLY.replyText}`],
  });
});

test('failed and suppressed events have a reason, and other events do not', async () => {
  await subscribe('email.failed', 'email.suppressed', 'email.bounced');
  await endIn([
    { type: 'failed', data: { reason: 'greylisted' } },
    { type: 'suppressed', data: { reason: 'suppressed' } },
    { type: 'bounced', data: {} },
  ]);
  const [failed, suppressed, bounced] = (await written()).map((delivery) => bodyOf(delivery).data);
  expect(failed).toMatchObject({ failed: { reason: 'greylisted' } });
  expect(suppressed).toMatchObject({
    suppressed: { type: 'OnAccountSuppressionList', reason: 'suppressed', message: expect.any(String) },
  });
  expect(bounced).toMatchObject({ bounce: { type: 'Permanent', diagnosticCode: [], message: expect.any(String) } });
  expect([Object.keys(failed ?? {}), Object.keys(bounced ?? {})].flat()).not.toContain('suppressed');
});

test('accepting a scheduled email creates a delivery, with and without attachments; accepting a queued one does not', async () => {
  const endpoint = await subscribe('email.scheduled', 'email.sent');
  const scheduledAt = new Date(Date.now() + 3_600_000);
  const tags = [
    { name: 'a', value: '1' },
    { name: 'a', value: '2' },
  ];
  const bytes = new Uint8Array(Buffer.from('x'));
  const attachments = [{ filename: 'x', contentType: null, contentId: null, bytes, url: null }];
  const emails = [
    sampleSubmission({ scheduledAt, tags }),
    sampleSubmission({ scheduledAt, attachments }),
    sampleSubmission(),
  ] as const;
  const noted: string[] = [];
  for (const email of emails) await acceptSubmissions(database, [email], undefined, (ids) => noted.push(...ids));
  const bodies = (await written()).map(bodyOf);
  expect(bodies.map(({ type, data }) => [type, data['email_id'], data['tags']])).toEqual([
    ['email.scheduled', emails[0].id, { a: '2' }],
    ['email.scheduled', emails[1].id, {}],
  ]);
  expect(noted).toEqual([endpoint.id, endpoint.id]);
});

test('resolving an email creates a delivery', async () => {
  const endpoint = await subscribe('email.failed');
  const email = sampleSubmission();
  await acceptSubmissions(database, [email]);
  await database.emailRecord.update({ where: { id: email.id }, data: { status: 'in_doubt' } });
  const noted: string[] = [];
  await resolveEmail(database, email.id, 'failed', 'all', (ids) => noted.push(...ids));
  expect((await written()).map(bodyOf)).toMatchObject([{ type: 'email.failed', data: { failed: { reason: 'resolved' } } }]);
  expect(noted).toEqual([endpoint.id]);
});

test('a disabled endpoint gets no delivery, and no endpoint is notified without one', async () => {
  const { id } = await subscribe(...WEBHOOK_EVENT_TYPES);
  await updateWebhook(database, id, { status: 'disabled' }, 'all');
  const { noted } = await endIn([{ type: 'sent', data: {} }]);
  expect(await written()).toEqual([]);
  expect(noted).toEqual([]);
});

test('a rolled back event creates no delivery', async () => {
  await subscribe('email.scheduled');
  const bad = sampleSubmission({ scheduledAt: new Date(), subject: 'a\0b' });
  await expect(acceptSubmissions(database, [bad])).rejects.toThrow();
  expect(await written()).toEqual([]);
});

test('a suppression webhook has all fields, including null ones', async () => {
  await subscribe('suppression.added');
  const [id, createdAt] = [newId(), new Date('2026-05-01T10:00:00.123Z')];
  await database.$queryRaw`
    WITH suppression AS (
      SELECT ${id}::uuid AS id, 'ann@example.com' AS email, 'manual' AS origin, NULL::uuid AS "sourceEmailId", ${createdAt}::timestamptz AS "createdAt"
    ), webhook AS (${webhooksOfSuppressions('suppression.added')}), other AS (${webhooksOfSuppressions('suppression.removed')})
    SELECT count(*) FROM webhook`;
  const deliveries = await written();
  expect(deliveries.map(bodyOf)).toMatchObject([
    {
      type: 'suppression.added',
      data: { id, email: 'ann@example.com', origin: 'manual', source_id: null, created_at: createdAt.toISOString() },
    },
  ]);
  expect(deliveries).toHaveLength(1);
});
