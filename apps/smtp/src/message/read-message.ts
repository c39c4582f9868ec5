/** What is shown of a message: its parts, in the shape that emails submitted over HTTP have. */
import { LIMITS } from '@sendoff/acceptance';
import type { SubmittedAttachment } from '@sendoff/db';
import { decodeWords, type Address, type Attachment, type Email, type Mailbox } from 'postal-mime';
import { cutText, cutToOctets, LONGEST_INDEXED } from './cut-text.ts';
import type { HeaderSection } from './header-fields.ts';
import { valueOf } from './header-fields.ts';
import { parseMime } from './parse-mime.ts';

/** The parts of a message, for reading alone: what is sent is the message. */
export interface ReadableMessage {
  /** Null where it names nobody. */
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  /** Fields of the sender's own, the first of each name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly SubmittedAttachment[];
}

/** Fields that are shown in another place, or say only how the message is built or came. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  ...['', 'from', 'to', 'cc', 'bcc', 'resent-bcc', 'reply-to', 'subject', 'date', 'message-id'],
  ...['mime-version', 'received', 'return-path', 'dkim-signature', 'resend-idempotency-key'],
]);
const NOT_SHOWN_PREFIXES = ['content-', 'arc-'];

/** Reads a message as far as it can be read: what cannot is empty, and no reason to refuse it. */
export async function readMessage(message: Buffer<ArrayBuffer>, section: HeaderSection): Promise<ReadableMessage> {
  const parsed = await parseMime(message);
  // Without its body, the header says at least whom it is from and what about.
  const header = Buffer.concat([message.subarray(0, section.end), Buffer.from('\r\n')]);
  const email = 'problem' in parsed ? await parseMime(header) : parsed;
  if ('problem' in email) return UNREADABLE;
  return {
    from: mailboxes(email.from === undefined ? [] : [email.from])[0] ?? null,
    to: mailboxes(email.to),
    cc: mailboxes(email.cc),
    replyTo: mailboxes(email.replyTo),
    subject: cutToOctets(oneLine(email.subject ?? ''), LONGEST_INDEXED),
    html: bodyOf(email.html),
    text: bodyOf(email.text),
    headers: readHeaders(message, section),
    attachments: email.attachments.slice(0, LIMITS.attachments).map(readAttachment),
  };
}

const UNREADABLE: ReadableMessage = {
  ...{ from: null, to: [], cc: [], replyTo: [], subject: '' },
  ...{ html: null, text: null, headers: {}, attachments: [] },
};

/** Those of groups too. A group without members, as in `undisclosed-recipients:;`, names nobody. */
const mailboxes = (addresses: readonly Address[] = []): Mailbox[] =>
  addresses
    .flatMap((address): readonly Mailbox[] => address.group ?? [address])
    .filter(({ address }) => address !== '')
    .map(({ name, address }) => ({ name: oneLine(name), address: oneLine(address) }));

const bodyOf = (text: Email['text']): string | null => (text === undefined || text === '' ? null : storable(text));

/** PostgreSQL keeps no NUL, and JSON no half of a surrogate pair. */
const storable = (text: string): string => Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD');

/** Encoded words may hold anything (RFC 2047), line breaks included. */
const oneLine = (text: string): string =>
  storable(text)
    .replaceAll(/[\r\n]+/g, ' ')
    .trim();

function readHeaders(message: Buffer, { fields }: HeaderSection): Record<string, string> {
  const headers = new Map<string, string>();
  for (const field of fields) {
    if (headers.size === LIMITS.headers) break;
    if (NOT_SHOWN.has(field.name) || NOT_SHOWN_PREFIXES.some((prefix) => field.name.startsWith(prefix))) continue;
    const name = message.toString('latin1', field.start, field.start + field.name.length);
    if (!headers.has(name)) headers.set(name, oneLine(decodeWords(valueOf(message, field))));
  }
  return Object.fromEntries(headers);
}

function readAttachment({ filename, mimeType, contentId, content }: Attachment, index: number): SubmittedAttachment {
  const name = cutText(oneLine(filename ?? ''), LIMITS.filename);
  const id = cutText(oneLine(contentId ?? '').replaceAll(/[<>]/g, ''), LIMITS.contentId);
  return {
    filename: name === '' ? `attachment-${String(index + 1)}` : name,
    contentType: /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(mimeType) ? mimeType : null,
    contentId: id === '' ? null : id,
    bytes: bytesOf(content),
    url: null,
  };
}

const bytesOf = (content: Attachment['content']): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content as ArrayBuffer);
