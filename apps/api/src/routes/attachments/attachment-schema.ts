/** Attachments in responses. */
import type { AttachmentSummary } from '@sendoff/db';
import { mediaTypeOf } from '@sendoff/mail/message';
import Type, { type Static } from 'typebox';
import { EXAMPLE_ID, ResourceId } from '../resource-id.ts';
import type { DownloadSigner } from './sign-download.ts';

const file = {
  id: Type.String({ description: 'The id of the attachment.' }),
  filename: Type.String({ description: 'The file name.' }),
  size: Type.Integer({ description: 'The size in bytes; 0 until a file given by `path` has been fetched.' }),
  content_type: Type.String({
    description: 'The media type of the attachment in the message. Derived from the file name if the email gave none.',
  }),
  content_disposition: Type.Unsafe<'inline' | 'attachment'>({
    type: 'string',
    enum: ['inline', 'attachment'],
    description: '`inline` for a file with a `content_id`, which the HTML body refers to.',
  }),
  content_id: Type.Optional(
    Type.String({ description: 'The id that the HTML body refers to as `cid:…`. Omitted if there is none.' }),
  ),
  download_url: Type.String({
    description:
      'A URL to download the file without an API key, valid until `expires_at`. Returns 404 while `available` is false.',
  }),
  expires_at: Type.String({
    description: 'When `download_url` expires: one hour from now, in ISO 8601, for example `2026-04-03T23:13:42.000Z`.',
  }),
  available: Type.Boolean({
    description:
      'Whether the file can be downloaded. False until a file given by `path` has been fetched, and after the content ' +
      'has expired. Not part of the Resend API.',
  }),
};

/** A file in a list. */
export const AttachmentItem = Type.Object(file);
/** A file in a list. */
export type AttachmentItem = Static<typeof AttachmentItem>;

/** One file. */
export const Attachment = Type.Object({ object: Type.Literal('attachment'), ...file }, { description: 'The attachment.' });

/** An example attachment for the documentation. */
export const EXAMPLE_ATTACHMENT: AttachmentItem = {
  id: EXAMPLE_ID,
  filename: 'invoice.pdf',
  size: 48_213,
  content_type: 'application/pdf',
  content_disposition: 'attachment',
  download_url: `https://mail.example.com/attachments/${EXAMPLE_ID}/download?email=${EXAMPLE_ID}&expires=1775258022&signature=…`,
  expires_at: '2026-04-03T23:13:42.000Z',
  available: true,
};

/** The email in a path. */
export const OwnerId = ResourceId('email', 'The id of the email.');
/** The file in a path. */
export const AttachmentId = ResourceId('attachment', 'The id of the attachment.');

/** Converts an attachment from a database row to the wire format. */
export function presentAttachment(emailId: string, attachment: AttachmentSummary, signer: DownloadSigner): AttachmentItem {
  const { id, filename, size, contentId, sha256 } = attachment;
  const link = signer.sign({ emailId, attachmentId: id });
  return {
    id,
    filename,
    size: size ?? 0,
    content_type: mediaTypeOf(attachment),
    content_disposition: contentId === null ? 'attachment' : 'inline',
    ...(contentId !== null && { content_id: contentId }),
    download_url: link.url,
    expires_at: link.expiresAt.toISOString(),
    available: sha256 !== null,
  };
}
