/** Messages submitted by SMTP reach the relay unchanged and can be read in the API. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { queueEngines } from '@sendoff/testkit';
import { readEmail, type EmailOnTheWire } from './testing/api-client.ts';
import { certificateFiles } from './testing/certificate-files.ts';
import { addressInAscii } from './testing/expect-intact.ts';
import { readMessages } from './testing/read-messages.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { composeWhole, SUBMISSION_WAYS, type SubmissionAccess } from './testing/submit-message.ts';
import { waitUntil } from './testing/wait-until.ts';

const ARRIVAL_LIMIT_MS = 15_000;

const [FIRST_WAY] = SUBMISSION_WAYS;
const MESSAGES = readMessages();
/** Every submission method with one message, and every message with one method. */
const CASES = [
  ...SUBMISSION_WAYS.flatMap((way) =>
    MESSAGES.filter(({ name }) => name === 'order-confirmation').map((each) => ({ ...way, ...each })),
  ),
  ...MESSAGES.filter(({ name }) => name !== 'order-confirmation').flatMap((each) =>
    FIRST_WAY ? [{ ...FIRST_WAY, ...each }] : [],
  ),
];

describe.each(queueEngines())('with the queue on $name', ({ redisUrl }) => {
  const releases = createReleases();
  let stack: Stack;
  let access: SubmissionAccess;

  beforeAll(async () => {
    stack = await startStack(releases, { redisUrl, settings: await certificateFiles(releases) });
    await Promise.all([stack.startApi(), stack.startWorker(), stack.startSmtp()]);
    const { SUBMISSION_PORT, SUBMISSIONS_PORT } = stack.variables;
    access = { port: Number(SUBMISSION_PORT), tlsPort: Number(SUBMISSIONS_PORT), user: 'resend', key: stack.api.key };
  });
  afterAll(releases.releaseAll);

  test.each(CASES)('$name arrives unchanged, submitted by $way', async ({ message, submit, addedByClient }) => {
    const whole = await composeWhole(message);
    const [, id = ''] = /^250 2\.6\.0 Kept as (\S+)/.exec(await submit(access, whole)) ?? [];
    const email = await waitUntil(`email ${id} being sent and read`, ARRIVAL_LIMIT_MS, async () => {
      const current = await readEmail(stack.api, id);
      // The message is parsed for display after the reply.
      const isRead = message.html === undefined ? message.text === undefined || current.text !== null : current.html !== null;
      return current.status === 'sent' && isRead && current;
    });

    const arrived = stack.relay.received.filter(({ raw }) => raw.includes(` id ${id};`));
    expect(arrived).toHaveLength(1);
    for (const { raw, envelope } of arrived) {
      expect(withoutTrace(raw, id)).toBe(withoutBcc(whole.raw) + addedByClient);
      expect(addressInAscii(envelope.from)).toBe(whole.envelope.from);
      expect(envelope.to.map(addressInAscii).sort()).toEqual([...whole.envelope.to].sort());
    }
    expectToldTruly(email, message, whole.envelope.to);
  });
});

/** The received message without the Received line, which is checked here. */
function withoutTrace(raw: Buffer, id: string): string {
  const text = raw.toString('latin1');
  const [trace = '', by] =
    /^Received: from \S+ \(\[127\.0\.0\.1\]\)\r\n\tby (\S+) with (?:UTF8SMTPSA|ESMTPSA) id \S+;\r\n\t.+\r\n/.exec(text) ?? [];
  expect(by).toBeDefined();
  expect(trace).toContain(` id ${id};`);
  return text.slice(trace.length);
}

// eslint-disable-next-line security/detect-unsafe-regex -- It only reads messages composed by this test.
const withoutBcc = (raw: Buffer): string => raw.toString('latin1').replace(/^Bcc: .*\r\n(?:[ \t].*\r\n)*/m, '');

/** Checks that the API shows the content of the message and its status. */
function expectToldTruly(
  email: EmailOnTheWire,
  message: (typeof MESSAGES)[number]['message'],
  recipients: readonly string[],
): void {
  expect(email).toMatchObject({ subject: message.subject, last_event: 'sent', status: 'sent', attempts: 1 });
  expect(email.to).toHaveLength([message.to].flat().length);
  expect(email.cc).toHaveLength([message.cc ?? []].flat().length);
  expect(email.bcc).toHaveLength([message.bcc ?? []].flat().length);
  expect(lines(email.html)).toEqual(lines(message.html ?? null));
  if (message.text !== undefined) expect(lines(email.text)).toEqual(lines(message.text));
  expect(email.recipients.map(({ address, state }) => `${address} ${state}`).sort()).toEqual(
    recipients.map((address) => `${address.toLowerCase()} sent`).sort(),
  );
}

const lines = (text: string | null): string[] | undefined => text?.replace(/[\r\n]+$/, '').split(/\r?\n/);
