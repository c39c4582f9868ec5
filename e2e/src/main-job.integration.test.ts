/** Realistic messages submitted to the API arrive with every part intact. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { queueEngines } from '@sendoff/testkit';
import { readEmail, type EmailOnTheWire } from './testing/api-client.ts';
import { expectIntact, recipientsOf } from './testing/expect-intact.ts';
import { readMessages, type Message } from './testing/read-messages.ts';
import { createReleases } from './testing/releases.ts';
import { WAYS } from './testing/send-message.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { waitUntil } from './testing/wait-until.ts';

const ARRIVAL_LIMIT_MS = 15_000;

const CASES = WAYS.flatMap((way) => readMessages().map((message) => ({ ...way, ...message })));

describe.each(queueEngines())('with the queue on $name', ({ redisUrl }) => {
  const releases = createReleases();
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack(releases, { redisUrl });
    await Promise.all([stack.startApi(), stack.startWorker()]);
  });
  afterAll(releases.releaseAll);

  test.each(CASES)('$name arrives intact, submitted by $way', async ({ message, send }) => {
    const id = await send(stack.api, message);
    const email = await waitUntil(`email ${id} being sent`, ARRIVAL_LIMIT_MS, async () => {
      const current = await readEmail(stack.api, id);
      return current.status === 'sent' && current;
    });

    const arrived = stack.relay.received.filter(({ raw }) => raw.includes(`Message-ID: ${email.message_id}\r\n`));
    expect(arrived).toHaveLength(1);
    for (const received of arrived) await expectIntact(message, email, received);
    expectToldTruly(message, email);
  });
});

/** Checks that the API shows the submitted email and its status. */
function expectToldTruly(message: Message, email: EmailOnTheWire): void {
  expect(email).toMatchObject({
    from: message.from,
    to: [message.to].flat(),
    cc: [message.cc ?? []].flat(),
    bcc: [message.bcc ?? []].flat(),
    reply_to: [message.reply_to ?? []].flat(),
    subject: message.subject,
    html: message.html ?? null,
    ...(message.text !== undefined && { text: message.text }),
    tags: message.tags ?? [],
    last_event: 'sent',
    status: 'sent',
    attempts: 1,
  });
  expect(email.recipients.map(({ address, state }) => `${address} ${state}`).sort()).toEqual(
    recipientsOf(message)
      .map((address) => `${address.toLowerCase()} sent`)
      .sort(),
  );
}
