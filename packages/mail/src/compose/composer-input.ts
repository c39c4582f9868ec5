/** What a message is composed from. */
import { headerFields } from '../headers/header-fields.ts';
import { mediaTypeOf } from '../message/media-type-of.ts';

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

/** What a message is composed from, as both composers take it. */
export type ComposerInput = ReturnType<typeof composerInput>;

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
