import { detectExtension, detectMimeType } from 'nodemailer/lib/mime-funcs';

/** What a file is when nothing is known about it (RFC 2046 section 4.5.1). */
export const UNKNOWN_MEDIA_TYPE = 'application/octet-stream';

/**
 * The media type that a file has in its message: the one that it was given, else the one that its name tells.
 *
 * A message or a multipart may not be encoded (RFC 2046 section 5.2.1), so its lines could not be kept short, and its
 * parts would be read as parts of the message around it. As a plain file it arrives intact.
 */
export function mediaTypeOf({
  filename,
  contentType,
}: {
  readonly filename: string;
  /** With its parameters; null where none was given. */
  readonly contentType: string | null;
}): string {
  const type = contentType ?? detectMimeType(filename.split('.').at(-1) ?? '');
  return /^\s*(?:message|multipart)\//i.test(type) ? UNKNOWN_MEDIA_TYPE : type;
}

/** How the name of a file of this type ends, without the dot; `bin` where nothing better is known. */
export function fileExtensionOf(contentType: string | null): string {
  const extension = detectExtension(contentType?.split(';', 1)[0] ?? '');
  // The table has one for every type, also for that of unknown files.
  return extension === '*' ? 'bin' : extension;
}
