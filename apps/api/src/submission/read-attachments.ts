import { LIMITS } from '@sendoff/acceptance';
import type { SubmittedAttachment } from '@sendoff/db';
import { hidesLineBreak, textProblem } from '@sendoff/mail/message';
import { decodeBytes } from './decode-bytes.ts';
import type { AttachmentContent, EmailBody } from './email-body.ts';
import { fieldProblem, missingField } from './field-problem.ts';
import { filenameOf, readAttachmentUrl } from './read-attachment-url.ts';

type GivenAttachment = NonNullable<EmailBody['attachments']>[number];

/** RFC 2045 section 5.1: a type, a subtype and parameters; quoted values may hold anything printable. */
// eslint-disable-next-line security/detect-unsafe-regex -- linear: the classes on both sides of each repetition exclude each other
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;\s*[\w!#$&^.+-]+=(?:[\w!#$&^.+'*%-]+|"[^"\\]*"))*$/;
/** Printable ASCII without what ends or splits the identifier in a header or an URL. */
const CONTENT_ID = /^[\x21-\x7e]+$/;

/** Decodes and checks the files of an email. What is to be fetched is counted once the worker has it. */
export function readAttachments(attachments: readonly GivenAttachment[]): SubmittedAttachment[] {
  let octets = 0;
  return attachments.map((attachment, index) => {
    const source = readSource(attachment, index);
    octets += base64Length(source.bytes?.length ?? 0);
    if (octets > LIMITS.attachmentOctets) throw problem(index, 'brings the attachments over 40 MB together, counted as base64');
    return {
      contentType: readContentType(attachment.content_type, index),
      contentId: readContentId(attachment.content_id, index),
      ...source,
    };
  });
}

/** The name of a file with its bytes, or with where to fetch them; the name of the latter may follow from its URL. */
function readSource({ content, path, filename }: GivenAttachment, index: number) {
  if (content !== undefined && path !== undefined) throw problem(index, 'must have `content` or `path`, not both');
  if (content !== undefined) {
    if (filename === undefined) throw missingField(['attachments', index, 'filename']);
    return { filename: readFilename(filename, index), bytes: readBytes(content, index), url: null };
  }
  if (path === undefined) throw problem(index, 'must have `content` or `path`');
  const read = readAttachmentUrl(path);
  if ('problem' in read) throw problem(index, read.problem, 'path');
  return { filename: readFilename(filename ?? filenameOf(read.url), index), bytes: null, url: read.url.href };
}

function readBytes(content: AttachmentContent, index: number): Uint8Array<ArrayBuffer> {
  const decoded = decodeBytes(content);
  if (typeof decoded === 'string') throw problem(index, decoded, 'content');
  return decoded;
}

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
  if (contentType.length > 255 || !MEDIA_TYPE.test(contentType)) {
    throw problem(index, 'must be a media type such as `application/pdf`', 'content_type');
  }
  return contentType;
}

function readContentId(contentId: string | undefined, index: number): string | null {
  if (contentId === undefined) return null;
  if (contentId.length > LIMITS.contentId) throw problem(index, 'must have fewer than 128 characters', 'content_id');
  if (!CONTENT_ID.test(contentId) || /[<>"]/.test(contentId)) {
    throw problem(index, 'must be ASCII without spaces, quotes and angle brackets', 'content_id');
  }
  return contentId;
}

const problem = (index: number, text: string, part?: string) =>
  fieldProblem(part === undefined ? ['attachments', index] : ['attachments', index, part], text, 'invalid_attachment');

const base64Length = (octets: number): number => Math.ceil(octets / 3) * 4;
