/** Files of an email as clients read them. */
import type { AttachmentSummary } from '@sendoff/db';
import { mediaTypeOf } from '@sendoff/mail/message';
import Type, { type Static } from 'typebox';
import { EXAMPLE_ID, ResourceId } from '../resource-id.ts';
import type { DownloadSigner } from './sign-download.ts';

const file = {
  id: Type.String({ description: 'The id of the file.' }),
  filename: Type.String({ description: 'Its name.' }),
  size: Type.Integer({ description: 'Octets; 0 while a file given by `path` has not been fetched.' }),
  content_type: Type.String({
    description: 'The media type that it has in the message; found from its name where the email named none.',
  }),
  content_disposition: Type.Unsafe<'inline' | 'attachment'>({
    type: 'string',
    enum: ['inline', 'attachment'],
    description: '`inline` for a file with a `content_id`, which the html refers to.',
  }),
  content_id: Type.Optional(Type.String({ description: 'What the html refers to as `cid:…`; left out where there is none.' })),
  download_url: Type.String({
    description: 'Where to get the bytes, without a key; works until `expires_at`. Answers 404 while they are not `available`.',
  }),
  expires_at: Type.String({
    description: 'Until when `download_url` works: an hour from now, in ISO 8601, such as `2026-04-03T23:13:42.000Z`.',
  }),
  available: Type.Boolean({
    description:
      'Whether the bytes are here: false until a file given by `path` is fetched, and once content has expired. Sendoff has this, Resend has not.',
  }),
};

/** A file in a list. */
export const AttachmentItem = Type.Object(file);
/** A file in a list. */
export type AttachmentItem = Static<typeof AttachmentItem>;

/** One file. */
export const Attachment = Type.Object({ object: Type.Literal('attachment'), ...file }, { description: 'The file.' });

/** A file for the documentation. */
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
export const AttachmentId = ResourceId('attachment', 'The id of the file.');

/** From the table to the wire. */
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
