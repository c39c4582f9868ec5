/** An email that is to be kept. */
import { createHash } from 'node:crypto';
import { newId, timeOfId } from '../new-id.ts';

/** One email to be kept, checked and complete. */
export interface Submission {
  /** A UUIDv7 made by the caller. Its time is when the email was accepted. */
  readonly id: string;
  readonly apiKeyId: string | null;
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
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: readonly { readonly name: string; readonly value: string }[];
  readonly scheduledAt: Date | null;
  /** Each address once, in lower case. */
  readonly recipients: readonly { readonly address: string; readonly kind: 'to' | 'cc' | 'bcc' }[];
  readonly attachments: readonly SubmittedAttachment[];
}

/** A file of a {@link Submission}: its bytes, or where the worker is to fetch them. */
export type SubmittedAttachment = {
  readonly filename: string;
  readonly contentType: string | null;
  readonly contentId: string | null;
} & ({ readonly bytes: Uint8Array<ArrayBuffer>; readonly url: null } | { readonly bytes: null; readonly url: string });

/** SHA-256. */
export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** The submission as JSON for the database: all but the bytes of attachments. */
export function submissionRow(submission: Submission): object {
  return {
    ...submission,
    createdAt: timeOfId(submission.id),
    tags: submission.tags.map((tag, position) => ({ ...tag, position })),
    attachments: submission.attachments.map(({ bytes, ...attachment }, position) => ({
      ...attachment,
      id: newId(),
      position,
      size: bytes?.length ?? null,
      sha256: bytes === null ? null : sha256(bytes).toString('hex'),
    })),
  };
}
