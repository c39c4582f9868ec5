import MailComposer from 'nodemailer/lib/mail-composer';
import { boundarySeed } from './boundary-seed.ts';
import { composeTextMessage } from './compose-text-message.ts';
import { headerFields } from './headers/header-fields.ts';
import { mediaTypeOf } from './message/media-type-of.ts';

/** A file that goes with a message. */
export interface MessageAttachment {
  readonly filename: string;
  /** Media type; found out from the file name when null. */
  readonly contentType: string | null;
  /** The id by which the html shows it (`cid:…`), without angle brackets; null when it is not inline. */
  readonly contentId: string | null;
  readonly content: Buffer;
}

/** Everything the recipients get to see. There is no bcc: it belongs to the envelope alone. */
export interface OutgoingMessage {
  /** With its angle brackets. */
  readonly messageId: string;
  /** When the email was created, not when it is sent: every attempt sends the same bytes. */
  readonly date: Date;
  /** Addresses as they were written, each a mailbox that `parseMailbox` takes. */
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  /** Custom headers, one field a value. Those that have a field of their own here, and those about the form of a message, are overruled by it. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly attachments: readonly MessageAttachment[];
}

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

/** What a message is composed from. */
export type ComposerInput = ReturnType<typeof composerInput>;

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

/** The message in parts that no one needs to read again: its fields are encoded, its texts have CRLF at line ends. */
export function composerInput(email: OutgoingMessage) {
  return {
    fields: headerFields(email),
    messageId: email.messageId,
    date: email.date,
    text: email.text === null ? null : canonical(email.text),
    html: email.html === null ? null : canonical(email.html),
    attachments: email.attachments.map(attachment),
  };
}

/** RFC 2045 section 6.8 and RFC 5321 section 2.3.8: text travels with CRLF, and with nothing else, at line ends. */
function canonical(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, '\r\n');
}

function attachment(file: MessageAttachment) {
  const { filename, contentId, content } = file;
  const contentType = mediaTypeOf(file);
  // A reader takes text that is inline for part of the body, and not for a file.
  const isInline = contentId !== null && !/^text\//i.test(contentType);
  return {
    filename,
    content,
    contentType,
    contentDisposition: isInline ? ('inline' as const) : ('attachment' as const),
    ...(contentId !== null && { cid: contentId }),
  };
}
