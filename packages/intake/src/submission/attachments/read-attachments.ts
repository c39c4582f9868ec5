import type { SubmittedAttachment } from '@sendoff/db';
import { fileExtensionOf, hidesLineBreak, mediaTypeProblem, textProblem } from '@sendoff/mail/message';
import { fieldProblem } from '@sendoff/core';
import { LIMITS } from '../../limits.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { AttachmentContent, EmailBody } from '../email-body.ts';
import { filenameOf, readAttachmentUrl } from './read-attachment-url.ts';
import { isDataUrl, type DataUrl } from './read-data-url.ts';

type GivenAttachment = NonNullable<EmailBody['attachments']>[number];

/** Printable ASCII; characters that end or split the id in a header or URL are checked separately. */
const CONTENT_ID = /^[\x21-\x7e]+$/;

/** Decodes and checks the attachments of an email. Attachments by URL are counted once the worker has fetched them. */
export function readAttachments(attachments: readonly GivenAttachment[]): SubmittedAttachment[] {
  let octets = 0;
  return attachments.map((attachment, index) => {
    const source = readSource(attachment, index);
    octets += base64Length(source.bytes?.length ?? 0);
    if (octets > LIMITS.attachmentOctets) throw problem(index, 'brings the attachments over 40 MB together, counted as base64');
    return source;
  });
}

/** The attachment with its bytes or its URL, from which its name may follow. */
function readSource(attachment: GivenAttachment, index: number): SubmittedAttachment {
  const { content, path } = sourceOf(attachment);
  const contentId = readContentId(attachment.content_id, index);
  const given = readContentType(attachment.content_type, index);
  if (content !== undefined && path !== undefined) throw problem(index, 'must have `content` or `path`, not both');
  if (content !== undefined) {
    const { mediaType, bytes } = readBytes(content, index, attachment.path === content ? 'path' : 'content');
    const contentType = given ?? typeOf(mediaType);
    const name = attachment.filename ?? `attachment-${String(index + 1)}.${fileExtensionOf(contentType)}`;
    return { filename: readFilename(name, index), contentType, contentId, bytes, url: null };
  }
  if (path === undefined) throw problem(index, 'must have `content` or `path`');
  const read = readAttachmentUrl(path);
  if ('problem' in read) throw problem(index, read.problem, 'path');
  const name = attachment.filename ?? filenameOf(read.url);
  return { filename: readFilename(name, index), contentType: given, contentId, bytes: null, url: read.url.href };
}

/** Some clients send an empty `content` next to `path`, or a `data:` URL in either field. */
function sourceOf({ content, path }: GivenAttachment): { content?: AttachmentContent | undefined; path?: string } {
  if (path === undefined) return { content };
  if (content !== undefined && !isEmpty(content)) return { content, path };
  return isDataUrl(path) ? { content: path } : { path };
}

const isEmpty = (content: AttachmentContent): boolean =>
  (typeof content === 'string' || Array.isArray(content)) && content.length === 0;

function readBytes(content: AttachmentContent, index: number, part: string): DataUrl {
  const decoded = decodeBytes(content);
  if (typeof decoded === 'string') throw problem(index, decoded, part);
  return decoded;
}

/** The media type of a `data:` URL; null if it is invalid. */
const typeOf = (mediaType: string | null): string | null =>
  mediaType === null || mediaTypeProblem(mediaType) !== undefined ? null : mediaType;

function readFilename(filename: string, index: number): string {
  if (filename.trim() === '') throw problem(index, 'must not be empty', 'filename');
  if (filename.length > LIMITS.filename) {
    throw problem(index, `must have at most ${String(LIMITS.filename)} characters`, 'filename');
  }
  const wrong = textProblem(filename);
  if (wrong !== undefined) throw problem(index, wrong, 'filename');
  if (hidesLineBreak(filename)) throw problem(index, 'must not hold a line break or a NUL in an encoded word', 'filename');
  return filename;
}

function readContentType(contentType: string | undefined, index: number): string | null {
  if (contentType === undefined) return null;
  const wrong = mediaTypeProblem(contentType);
  if (wrong !== undefined) throw problem(index, wrong, 'content_type');
  return contentType;
}

function readContentId(given: string | undefined, index: number): string | null {
  if (given === undefined) return null;
  // The angle brackets belong to the header, not to the id.
  const contentId = given.startsWith('<') && given.endsWith('>') ? given.slice(1, -1) : given;
  if (contentId.length > LIMITS.contentId) throw problem(index, 'must have fewer than 128 characters', 'content_id');
  if (!CONTENT_ID.test(contentId) || /[<>"]/.test(contentId)) {
    throw problem(index, 'must be ASCII without spaces, quotes and angle brackets', 'content_id');
  }
  return contentId;
}

const problem = (index: number, text: string, part?: string) =>
  fieldProblem(part === undefined ? ['attachments', index] : ['attachments', index, part], text, 'invalid_attachment');

const base64Length = (octets: number): number => Math.ceil(octets / 3) * 4;
