import { hash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { composeTextMessage } from './compose-text-message.ts';
import { parseMailbox } from './message/parse-mailbox.ts';

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
  /** Custom headers. Those that have a field of their own here, and Message-ID, are overruled by it. */
  readonly headers: Readonly<Record<string, string>>;
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

/** What nodemailer's composer is given. */
export type ComposerInput = ReturnType<typeof composerInput>;

/** The message by nodemailer's own composer. */
export function composeAnyMessage({ text, html, ...others }: ComposerInput): Promise<Buffer> {
  const composer = new MailComposer({
    ...others,
    ...(text !== null && { text }),
    ...(html !== null && { html }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The message in the words of nodemailer. Addresses are parsed by the one parser that also validated them. */
export function composerInput(email: OutgoingMessage) {
  return {
    messageId: email.messageId,
    date: email.date,
    from: parseMailbox(email.from),
    to: email.to.map(parseMailbox),
    cc: email.cc.map(parseMailbox),
    replyTo: email.replyTo.map(parseMailbox),
    subject: email.subject,
    text: email.text === null ? null : canonical(email.text),
    html: email.html === null ? null : canonical(email.html),
    // As a list, because in an object the keys `key` and `value` would be taken for a header.
    headers: Object.entries(email.headers).map(([key, value]) => ({ key, value })),
    attachments: email.attachments.map(attachment),
    baseBoundary: boundarySeed(email.messageId),
  };
}

/** RFC 2045 section 6.8 and RFC 5321 section 2.3.8: text travels with CRLF, and with nothing else, at line ends. */
function canonical(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, '\r\n');
}

function attachment({ filename, contentType, contentId, content }: MessageAttachment) {
  return {
    filename,
    content,
    contentDisposition: contentId === null ? ('attachment' as const) : ('inline' as const),
    ...(contentType !== null && { contentType: containable(contentType) }),
    ...(contentId !== null && { cid: contentId }),
  };
}

/**
 * A message or a multipart may not be encoded (RFC 2046 section 5.2.1), so its lines could not be
 * kept short, and its parts would be read as parts of this message. As a plain file it arrives intact.
 */
function containable(contentType: string): string {
  return /^\s*(?:message|multipart)\//i.test(contentType) ? 'application/octet-stream' : contentType;
}

/** The composer would take random boundaries; these follow from the email and cannot be guessed into its content. */
function boundarySeed(messageId: string): string {
  return hash('sha256', messageId).slice(0, 32);
}
