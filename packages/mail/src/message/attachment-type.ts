import { detectMimeType } from 'nodemailer/lib/mime-funcs';

/**
 * The media type under which a file is sent: the given one, or the one that its name suggests.
 *
 * A message or a multipart must not be encoded (RFC 2046 section 5.2.1), so its lines could not be kept short nor its bytes
 * kept as they are, and its parts would be read as parts of this message. As a plain file it arrives intact, and its name
 * still says what it is.
 *
 * @param contentType null where none was given.
 */
export function attachmentType(filename: string, contentType: string | null): string {
  const type = contentType ?? detectMimeType(filename);
  return /^\s*(?:message|multipart)\//i.test(type) ? 'application/octet-stream' : type;
}
