/** Feedback is recorded once and in order, and suppresses the right recipients. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../database.ts';
import { acceptSubmissions } from '../email/accept-submissions.ts';
import { getEmail } from '../email/get-email.ts';
import { newId } from '../new-id.ts';
import { openMigratedDatabase, sampleSubmission } from '../testing/index.ts';
import { createWebhook } from '../webhook/create-webhook.ts';
import { recordFeedback, type Feedback } from './record-feedback.ts';

let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ database, close } = await openMigratedDatabase({ maxConnections: 4 }));
});
afterAll(() => close());
beforeEach(async () => {
  await database.suppression.deleteMany();
});

async function accept(...addresses: string[]): Promise<string> {
  const submission = sampleSubmission({ to: addresses, recipients: addresses.map((address) => ({ address, kind: 'to' })) });
  await acceptSubmissions(database, [submission]);
  return submission.id;
}

const bounce = (...addresses: string[]): Feedback => ({
  ...{ feedback: 'bounced', addresses, suppress: 'bounce', reason: 'unknown_user' },
  ...{ replyCode: 550, enhancedCode: '5.1.1', replyText: '550 5.1.1 No such user' },
});
const delay = (...addresses: string[]): Feedback => ({ ...bounce(...addresses), feedback: 'delivery_delayed', suppress: null });

const feedbackOf = async (id: string) =>
  (await getEmail(database, id, 'all'))?.recipients.map(({ address, feedback }) => [address, feedback]);
const eventsOf = async (id: string) =>
  (await database.emailEvent.findMany({ where: { emailId: id }, orderBy: { n: 'asc' } })).map(({ n, type }) => [n, type]);
const reasonsOf = async (id: string) =>
  (await database.emailEvent.findMany({ where: { emailId: id, type: 'bounced' } })).map(
    ({ data }) => (data as { readonly reason?: unknown }).reason,
  );
const suppressed = async () => (await database.suppression.findMany({ orderBy: { email: 'asc' } })).map(({ email }) => email);

describe('feedback', () => {
  test('is recorded on the recipient, in the events and on the suppression list, without changing the status', async () => {
    const id = await accept('bob@example.com');
    expect(await recordFeedback(database, id, [bounce('bob@example.com')])).toEqual(['recorded']);
    const email = await getEmail(database, id, 'all');
    expect(email).toMatchObject({
      status: 'queued',
      lastEvent: 'bounced',
      recipients: [
        { address: 'bob@example.com', feedback: 'bounced', feedbackCode: '5.1.1', feedbackText: '550 5.1.1 No such user' },
      ],
    });
    expect(await database.suppression.findMany()).toMatchObject([
      { email: 'bob@example.com', origin: 'bounce', sourceEmailId: id },
    ]);
  });

  test('appears in the events and on the recipient atomically', async () => {
    const follow = async (id: string): Promise<void> => {
      for (let bounced = false; !bounced;) {
        const email = await getEmail(database, id, 'all');
        bounced = email?.lastEvent === 'bounced';
        expect(email?.recipients[0]?.feedback).toBe(bounced ? 'bounced' : null);
      }
    };
    for (let n = 0; n < 40; n++) {
      const id = await accept('bob@example.com');
      await Promise.all([follow(id), follow(id), recordFeedback(database, id, [bounce('bob@example.com')])]);
    }
  });

  test('about one of several recipients is recorded and suppresses none, since any of them could forge it', async () => {
    const id = await accept('ann@example.com', 'bob@example.com');
    const complaint: Feedback = { ...bounce('ann@example.com'), feedback: 'complained', suppress: 'complaint' };
    expect(await recordFeedback(database, id, [complaint, bounce('bob@example.com')])).toEqual(['recorded', 'recorded']);
    expect(await feedbackOf(id)).toEqual([
      ['ann@example.com', 'complained'],
      ['bob@example.com', 'bounced'],
    ]);
    expect(await suppressed()).toEqual([]);
  });

  test('that arrives twice, also concurrently, is recorded once', async () => {
    const id = await accept('ann@example.com');
    const results = await Promise.all(Array.from({ length: 6 }, () => recordFeedback(database, id, [bounce('ann@example.com')])));
    expect(results.flat().sort()).toEqual([...Array<string>(5).fill('known'), 'recorded']);
    expect(await eventsOf(id)).toEqual([
      [1, 'queued'],
      [2, 'bounced'],
    ]);
  });

  test('that is late does not replace more conclusive feedback', async () => {
    const id = await accept('ann@example.com');
    await recordFeedback(database, id, [delay('ann@example.com')]);
    await recordFeedback(database, id, [bounce('ann@example.com')]);
    expect(await recordFeedback(database, id, [delay('ann@example.com')])).toEqual(['known']);
    expect(await feedbackOf(id)).toEqual([['ann@example.com', 'bounced']]);
    expect((await eventsOf(id)).map(([, type]) => type)).toEqual(['queued', 'delivery_delayed', 'bounced']);
  });

  test('about several recipients, in one report and concurrently, gets consecutive event numbers', async () => {
    const addresses = Array.from({ length: 10 }, (_, n) => `user${String(n)}@example.com`);
    const id = await accept(...addresses);
    await Promise.all([
      recordFeedback(
        database,
        id,
        addresses.slice(0, 4).map((address) => bounce(address)),
      ),
      ...addresses.slice(4).map((address) => recordFeedback(database, id, [delay(address)])),
    ]);
    expect((await eventsOf(id)).map(([n]) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('that names the address before or after forwarding matches its recipient', async () => {
    const several = await accept('ann@example.com', 'bob@example.com');
    const forwarded = bounce('bob@elsewhere.example', 'bob@example.com');
    expect(await recordFeedback(database, several, [forwarded])).toEqual(['recorded']);
    expect(await feedbackOf(several)).toEqual([
      ['ann@example.com', null],
      ['bob@example.com', 'bounced'],
    ]);
  });

  test('about a failed forward is recorded as forward_failed and suppresses no recipient', async () => {
    const id = await accept('bob@example.com');
    expect(await recordFeedback(database, id, [bounce('bob@elsewhere.example', 'bob@example.com')])).toEqual(['recorded']);
    expect(await feedbackOf(id)).toEqual([['bob@example.com', 'bounced']]);
    expect(await reasonsOf(id)).toEqual(['forward_failed']);
    expect(await suppressed()).toEqual([]);
  });

  test('about the recipient itself suppresses it, also when the report names other addresses', async () => {
    const id = await accept('bob@example.com');
    await recordFeedback(database, id, [bounce('bob@elsewhere.example'), bounce('bob@example.com', 'info@example.com')]);
    expect(await reasonsOf(id)).toEqual(['unknown_user']);
    expect(await suppressed()).toEqual(['bob@example.com']);
  });

  test('that names another address is recorded for the only recipient and suppresses no one', async () => {
    const id = await accept('ann@example.com');
    expect(await recordFeedback(database, id, [bounce('ann@elsewhere.example')])).toEqual(['recorded']);
    expect(await feedbackOf(id)).toEqual([['ann@example.com', 'bounced']]);
    expect(await reasonsOf(id)).toEqual(['forward_failed']);
    expect(await suppressed()).toEqual([]);
  });

  test('that is a bounce without an address is recorded and suppresses no one', async () => {
    const id = await accept('ann@example.com');
    expect(await recordFeedback(database, id, [bounce()])).toEqual(['recorded']);
    expect(await reasonsOf(id)).toEqual(['unknown_user']);
    expect(await suppressed()).toEqual([]);
  });

  test('with a redacted address (RFC 6590) suppresses the only recipient if the domain matches', async () => {
    const complaint = (address: string): Feedback => ({ ...bounce(address), feedback: 'complained', suppress: 'complaint' });
    await recordFeedback(database, await accept('ann@example.com'), [complaint('zt2b8x+q/==@example.com')]);
    expect(await suppressed()).toEqual(['ann@example.com']);
    await recordFeedback(database, await accept('bob@example.net'), [complaint('carl@elsewhere.example')]);
    await recordFeedback(database, await accept('bob@example.net', 'eve@example.net'), [complaint('x1@example.net')]);
    expect(await suppressed()).toEqual(['ann@example.com']);
  });

  test('that is a complaint without an address suppresses the only recipient; with several it matches none', async () => {
    const alone = await accept('ann@example.com');
    const complaint: Feedback = { ...bounce(), feedback: 'complained', suppress: 'complaint' };
    expect(await recordFeedback(database, alone, [complaint])).toEqual(['recorded']);
    expect(await suppressed()).toEqual(['ann@example.com']);
    const both = await accept('ann@example.com', 'bob@example.com');
    expect(await recordFeedback(database, both, [complaint])).toEqual(['unknown_recipient']);
    expect(await recordFeedback(database, newId(), [complaint])).toEqual(['unknown_email']);
  });

  test('creates webhooks for the event and the suppression', async () => {
    await createWebhook(database, { url: 'https://acme.example/hook', events: ['email.bounced', 'suppression.added'] });
    const id = await accept('ann@example.com');
    const noted: string[] = [];
    await recordFeedback(database, id, [bounce('ann@example.com')], (ids) => noted.push(...ids));
    const deliveries = await database.webhookDelivery.findMany({ orderBy: { type: 'asc' } });
    expect(deliveries.map(({ type }) => type)).toEqual(['email.bounced', 'suppression.added']);
    expect(noted).toHaveLength(1);
  });
});
