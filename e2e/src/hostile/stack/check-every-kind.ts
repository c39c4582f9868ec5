/** Checks that a new request of every kind works. */
import { setTimeout as sleep } from 'node:timers/promises';
import { callApi } from '../../testing/call-api.ts';
import { RECEIVER } from '../attack.ts';
import { expectReply, openSmtp, openSmtpSession, submit } from '../attacker/smtp-client.ts';
import type { HostileStack } from './start-hostile-stack.ts';

/** A check; it resolves when the request works. */
type Check = (stack: HostileStack, recipient: string, signal: AbortSignal) => Promise<void>;

const TRY_LIMIT_MS = 5000;
const POLL_MS = 50;
const FILE = Buffer.alloc(1_000_000, 'file ').toString('base64');
const SENDER = 'shop@bystander.example';
const HERE = '127.0.0.1';

const CHECKS: Readonly<Record<string, Check>> = {
  'health endpoints': async ({ healthUrls }, _recipient, signal) => {
    for (const url of healthUrls) {
      const { ok, status } = await fetch(`${url}/readyz`, { signal });
      if (!ok) throw new Error(`${url} answers ${String(status)}`);
    }
  },
  'an email': (stack, recipient, signal) => sendAndWait(stack, recipient, signal, {}),
  'an email with html alone': async (stack, recipient, signal) => {
    await sendAndWait(stack, recipient, signal, { html: '<p>It is on its way.</p>', text: undefined });
  },
  'an email with a file': (stack, recipient, signal) =>
    sendAndWait(stack, recipient, signal, { attachments: [{ filename: 'file.txt', content: FILE }] }),
  'a batch': async (stack, recipient, signal) => {
    await expectAnswer(stack, stack.bystanderKey, '/emails/batch', [emailTo(recipient)]);
    await waitForArrival(stack, recipient, signal);
  },
  'a message by SMTP': async (stack, recipient, signal) => {
    const client = await openSmtpSession(stack.submissionPort, HERE, stack.bystanderKey, signal);
    const message = Buffer.from(`From: ${SENDER}\r\nTo: ${recipient}\r\nSubject: Hello\r\n\r\nIt works.\r\n`);
    await expectReply(submit(client, { from: SENDER, to: [recipient] }, message), '250').finally(client.close);
    await waitForArrival(stack, recipient, signal);
  },
  'the port for bounces': async ({ feedbackPort }, _recipient, signal) => {
    const client = await openSmtp(feedbackPort, HERE, signal);
    try {
      await expectReply(client.say('EHLO mx.example'), '250');
      await expectReply(client.say('MAIL FROM:<>'), '250');
      await expectReply(client.say('RCPT TO:<nobody@bounces.bystander.example>'), '550');
    } finally {
      client.close();
    }
  },
  lists: async (stack) => {
    for (const path of ['/emails', '/suppressions', '/webhooks', '/api-keys']) {
      await expectAnswer(stack, stack.api.key, path);
    }
  },
};

/** The result of checking until every kind works. */
export interface Recovery {
  /** Milliseconds until the last kind worked. */
  readonly tookMs: number;
  /** Kinds that did not work in time, each with its last error. */
  readonly failing: readonly string[];
}

/** @param name a unique prefix for the recipients of this check */
export async function checkEveryKind(stack: HostileStack, name: string, limitMs: number): Promise<Recovery> {
  const began = performance.now();
  const failing: string[] = [];
  await Promise.all(
    Object.entries(CHECKS).map(async ([kind, check], index) => {
      let reason = 'not tried';
      for (let nth = 1; performance.now() - began < limitMs; nth += 1) {
        const signal = AbortSignal.timeout(TRY_LIMIT_MS);
        try {
          const recipient = `${name}-check-${String(index)}-${String(nth)}@${RECEIVER}`;
          await Promise.race([check(stack, recipient, signal), rejectWhenAborted(signal)]);
          return;
        } catch (error) {
          reason = error instanceof Error ? error.message : String(error);
          await sleep(POLL_MS);
        }
      }
      failing.push(`${kind}: ${reason}`);
    }),
  );
  return { tookMs: performance.now() - began, failing };
}

const emailTo = (to: string): object => ({ from: SENDER, to, subject: 'Hello', text: 'It works.' });

async function sendAndWait(stack: HostileStack, recipient: string, signal: AbortSignal, more: object): Promise<void> {
  await expectAnswer(stack, stack.bystanderKey, '/emails', { ...emailTo(recipient), ...more });
  await waitForArrival(stack, recipient, signal);
}

async function expectAnswer({ api }: HostileStack, key: string, path: string, body?: unknown): Promise<void> {
  const answer = await callApi({ ...api, key }, { method: body === undefined ? 'GET' : 'POST', path, body });
  if (answer.status !== 200) throw new Error(`${path} answers ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
}

async function waitForArrival({ arrivals }: HostileStack, recipient: string, signal: AbortSignal): Promise<void> {
  while (arrivals.of(recipient).length === 0) await sleep(POLL_MS, undefined, { signal });
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`not within ${String(TRY_LIMIT_MS)} ms`)), { once: true });
  });
}
