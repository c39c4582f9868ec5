/** An email that is to be kept. */
import { createHash, subtle } from 'node:crypto';
import { isTestAddress } from '@sendoff/core';
import { newId, timeOfId } from '../new-id.ts';

/** One email to be kept, checked and complete. */
export interface Submission {
  /** A UUIDv7 made by the caller. Its time is when the email was accepted. */
  readonly id: string;
  readonly apiKeyId: string | null;
  /** `test`: simulated in the sandbox and never delivered. Email to test addresses alone always is. */
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
  /** By name, one field a value. A `Date` among them is the date of the message. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly tags: readonly { readonly name: string; readonly value: string }[];
  readonly scheduledAt: Date | null;
  /** Each address once, in lower case. */
  readonly recipients: readonly { readonly address: string; readonly kind: 'to' | 'cc' | 'bcc' }[];
  readonly attachments: readonly SubmittedAttachment[];
  /** The trace that it comes in, as W3C Trace Context writes it. */
  readonly traceparent?: string | undefined;
  /** A message that is to be sent as it is; the fields above are then only for reading. */
  readonly message?: SubmittedMessage;
}

/** A message that was submitted whole, and whom it goes to. */
export interface SubmittedMessage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Empty for the null reverse-path. */
  readonly sender: string;
  /** One for each of the email's recipients, as the envelope is to name them. */
  readonly recipients: readonly string[];
  /** Whether html, text and attachments are read from it later, by `recordParts`. */
  readonly partsPending?: boolean;
}

/** A file of a {@link Submission}: its bytes, or where the worker is to fetch them. */
export type SubmittedAttachment = {
  readonly filename: string;
  readonly contentType: string | null;
  readonly contentId: string | null;
} & ({ readonly bytes: Uint8Array<ArrayBuffer>; readonly url: null } | { readonly bytes: null; readonly url: string });

/** The bytes that are kept apart from the submission's rows. */
export const contentsOf = ({ attachments, message }: Pick<Submission, 'attachments' | 'message'>): Uint8Array<ArrayBuffer>[] => [
  ...attachments.flatMap(({ bytes }) => (bytes === null ? [] : [bytes])),
  ...(message === undefined ? [] : [message.bytes]),
];

/** Characters of its html and text. */
export const textLength = ({ html, text }: Pick<Submission, 'html' | 'text'>): number =>
  (html?.length ?? 0) + (text?.length ?? 0);

const hashes = new WeakMap<Uint8Array, string>();

/** The SHA-256, in hex, of a file or a message. Computed once: both where it is kept and where it is referred to ask for it. */
export function contentHash(bytes: Uint8Array): string {
  const hash = hashes.get(bytes) ?? sha256(bytes).toString('hex');
  hashes.set(bytes, hash);
  return hash;
}

/** Bytes. To hash more takes longer than to have another thread do it. */
const LONG_CONTENT = 65_536;

/** Hashes what is long on another thread, so that `contentHash` need not: 7.5 MB take it 20 ms. */
export async function hashContents(contents: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
  for (const bytes of contents) {
    if (bytes.length < LONG_CONTENT || hashes.has(bytes)) continue;
    hashes.set(bytes, Buffer.from(await subtle.digest('SHA-256', bytes)).toString('hex'));
  }
}

/** SHA-256. */
export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * The submission as JSON for the database: all but the bytes of attachments and of the message.
 *
 * Field by field: the V8 of Node.js 20 makes a hidden class of its own for each copy to which a field is added.
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

/** Email that the sandbox simulates for every recipient is test mail whatever its key, so that no list calls it sent. */
const modeOf = ({ mode, recipients }: Submission): Submission['mode'] =>
  recipients.every(({ address }) => isTestAddress(address)) ? 'test' : mode;
