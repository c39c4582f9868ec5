import MailComposer from 'nodemailer/lib/mail-composer';
import { boundarySeed } from './boundary-seed.ts';
import { composeTextMessage } from './compose-text-message.ts';
import { composerInput, type ComposerInput, type OutgoingMessage } from './composer-input.ts';

/**
 * The message as it goes to the relay (RFC 5322, MIME), with CRLF line ends, before dot-stuffing.
 *
 * The same input yields the same bytes. No line is longer than 998 octets. Rejects with
 * `InvalidMailbox` for an address that `parseMailbox` does not take.
 */
export async function composeMessage(email: OutgoingMessage): Promise<Buffer> {
  const input = composerInput(email);
  return composeTextMessage(input) ?? composeAnyMessage(input);
}

/**
 * The message with its parts by nodemailer's own composer, which begins with the fields that are about the form of the
 * message. Those that are about the message itself go before them.
 */
export async function composeAnyMessage(input: ComposerInput): Promise<Buffer> {
  const { fields, text, html, ...others } = input;
  const composer = new MailComposer({
    ...others,
    baseBoundary: boundarySeed(input),
    ...(text !== null && { text }),
    ...(html !== null && { html }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const chunks: Buffer[] = [Buffer.from(fields.map((field) => `${field}\r\n`).join(''))];
  for await (const chunk of composer.compile().createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
