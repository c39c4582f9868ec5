/** Files of an email as clients read them. */
import type { AttachmentSummary } from '@sendoff/db';
import Type, { type Static } from 'typebox';
import { wireTime } from '../emails/wire-time.ts';
import { EXAMPLE_ID, ResourceId } from '../resource-id.ts';
import type { DownloadSigner } from './sign-download.ts';

/** What a file is when nothing is known about it (RFC 2046 section 4.5.1). */
export const UNKNOWN_TYPE = 'application/octet-stream';

const Nullable = (type: string, description: string) => ({ type: [type, 'null'], description });

const file = {
  id: Type.String({ description: 'The id of the file.' }),
  filename: Type.String({ description: 'Its name.' }),
  size: Type.Unsafe<number | null>(Nullable('integer', 'Octets; null while a file given by `path` has not been fetched.')),
  content_type: Type.String({ description: `Its media type; \`${UNKNOWN_TYPE}\` where the email named none.` }),
  content_disposition: Type.Unsafe<'inline' | 'attachment'>({
    type: 'string',
    enum: ['inline', 'attachment'],
    description: '`inline` for a file with a `content_id`, which the html refers to.',
  }),
  content_id: Type.Unsafe<string | null>(Nullable('string', 'What the html refers to as `cid:…`; null where there is none.')),
  download_url: Type.Unsafe<string | null>(
    Nullable(
      'string',
      'Where to get the bytes, without a key; works until `expires_at`. Null while they have not been fetched, and once content has expired.',
    ),
  ),
  expires_at: Type.Unsafe<string | null>(Nullable('string', 'Until when `download_url` works: an hour from now.')),
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
  content_id: null,
  download_url: `https://mail.example.com/attachments/${EXAMPLE_ID}/download?email=${EXAMPLE_ID}&expires=1775258022&signature=…`,
  expires_at: '2026-04-03 23:13:42.000000+00',
};

/** The email in a path. */
export const OwnerId = ResourceId('email', 'The id of the email.');
/** The file in a path. */
export const AttachmentId = ResourceId('attachment', 'The id of the file.');

/** From the table to the wire. */
export function presentAttachment(emailId: string, attachment: AttachmentSummary, signer: DownloadSigner): AttachmentItem {
  const { id, filename, size, contentType, contentId, sha256 } = attachment;
  const link = sha256 === null ? null : signer.sign({ emailId, attachmentId: id });
  return {
    id,
    filename,
    size,
    content_type: contentType ?? UNKNOWN_TYPE,
    content_disposition: contentId === null ? 'attachment' : 'inline',
    content_id: contentId,
    download_url: link?.url ?? null,
    expires_at: link === null ? null : wireTime(link.expiresAt),
  };
}
