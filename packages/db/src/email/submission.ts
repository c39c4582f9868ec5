/** An email to accept. */
import { createHash, subtle } from 'node:crypto';
import { isTestAddress } from '@sendoff/core';
import { newId, timeOfId } from '../new-id.ts';

/** One validated email to accept. */
export interface Submission {
  /** A UUIDv7 created by the caller. Its time is when the email was accepted. */
  readonly id: string;
  readonly apiKeyId: string | null;
  /** `test`: simulated in the sandbox and never delivered, as is mail whose only recipients are test addresses. */
  readonly mode: 'live' | 'test';
  readonly messageId: string;
  readonly from: string;
  /** The address of `from`, in lower case. */
  readonly fromAddress: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  /** By name; a list makes one header field for each value. A `Date` here is the date of the message. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly tags: readonly { readonly name: string; readonly value: string }[];
  readonly scheduledAt: Date | null;
  /** Each address once, in lower case. */
  readonly recipients: readonly { readonly address: string; readonly kind: 'to' | 'cc' | 'bcc' }[];
  readonly attachments: readonly SubmittedAttachment[];
  /** The trace of its request, in the format of W3C Trace Context. */
  readonly traceparent?: string | undefined;
  /** A message to send unchanged; the fields above are then only for display. */
  readonly message?: SubmittedMessage;
}

/** A message that was submitted whole, and its envelope. */
export interface SubmittedMessage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Empty for the null reverse-path. */
  readonly sender: string;
  /** The envelope recipients as written, one for each recipient of the email. */
  readonly recipients: readonly string[];
  /** Whether html, text and attachments are parsed from it later and stored by `recordParts`. */
  readonly partsPending?: boolean;
}

/** An attachment of a {@link Submission}: its bytes, or the URL from which the worker fetches them. */
export type SubmittedAttachment = {
  readonly filename: string;
  readonly contentType: string | null;
  readonly contentId: string | null;
} & ({ readonly bytes: Uint8Array<ArrayBuffer>; readonly url: null } | { readonly bytes: null; readonly url: string });

/** The bytes that are stored separately from the submission's rows. */
export const contentsOf = ({ attachments, message }: Pick<Submission, 'attachments' | 'message'>): Uint8Array<ArrayBuffer>[] => [
  ...attachments.flatMap(({ bytes }) => (bytes === null ? [] : [bytes])),
  ...(message === undefined ? [] : [message.bytes]),
];

/** Characters of its html and text. */
export const textLength = ({ html, text }: Pick<Submission, 'html' | 'text'>): number =>
  (html?.length ?? 0) + (text?.length ?? 0);

const hashes = new WeakMap<Uint8Array, string>();

/** The SHA-256 in hex of an attachment or a message. Cached, since it is needed for the content and for the reference to it. */
export function contentHash(bytes: Uint8Array): string {
  const hash = hashes.get(bytes) ?? sha256(bytes).toString('hex');
  hashes.set(bytes, hash);
  return hash;
}

/** Bytes from which hashing on another thread is faster. */
const LONG_CONTENT = 65_536;

/** Hashes long contents on another thread and caches the result for `contentHash`, which would block 20 ms for 7.5 MB. */
export async function hashContents(contents: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
  for (const bytes of contents) {
    if (bytes.length < LONG_CONTENT || hashes.has(bytes)) continue;
    hashes.set(bytes, Buffer.from(await subtle.digest('SHA-256', bytes)).toString('hex'));
  }
}

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * The submission as JSON for the database, except the bytes of attachments and of the message.
 *
 * Lists every field instead of spreading: V8 in Node.js 20 creates a new hidden class for each copy to which a field is added.
 */
export function submissionRow(submission: Submission): object {
  const { id, message, attachments } = submission;
  return {
    id,
    apiKeyId: submission.apiKeyId,
    mode: modeOf(submission),
    createdAt: timeOfId(id),
    messageId: submission.messageId,
    from: submission.from,
    fromAddress: submission.fromAddress,
    to: submission.to,
    cc: submission.cc,
    bcc: submission.bcc,
    replyTo: submission.replyTo,
    subject: submission.subject,
    html: submission.html,
    text: submission.text,
    headers: submission.headers,
    scheduledAt: submission.scheduledAt,
    recipients: submission.recipients,
    tags: submission.tags.map(({ name, value }, position) => ({ position, name, value })),
    traceparent: submission.traceparent,
    messageHash: message === undefined ? null : contentHash(message.bytes),
    envelopeSender: message?.sender ?? null,
    envelopeRecipients: message?.recipients ?? null,
    partsPending: message?.partsPending ?? false,
    attachments: attachmentRows(attachments),
  };
}

/** Attachments as JSON for the database, without their bytes. */
export const attachmentRows = (attachments: readonly SubmittedAttachment[]): object[] =>
  attachments.map(({ bytes, filename, contentType, contentId, url }, position) => ({
    id: newId(),
    filename,
    contentType,
    contentId,
    url,
    position,
    size: bytes?.length ?? null,
    sha256: bytes === null ? null : contentHash(bytes),
  }));

/** Mail whose only recipients are test addresses is test mail, also of a live key, so that no list shows it as sent. */
const modeOf = ({ mode, recipients }: Submission): Submission['mode'] =>
  recipients.every(({ address }) => isTestAddress(address)) ? 'test' : mode;
