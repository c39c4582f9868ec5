/** RFC 4648 section 4, and section 5 with the alphabet for URLs and file names. */
const BASE64 = /^[A-Za-z0-9+/]*(={0,2})$/;
const BASE64_URL = /^[A-Za-z0-9_-]*(={0,2})$/;
const WHITE_SPACE = /[ \t\r\n]+/g;

/**
 * Decodes base64 in the forms that programs write: with or without padding, with line breaks as in MIME (RFC 2045 section 6.8),
 * in either alphabet; null for anything else. Otherwise it is strict, so that no other decoder reads different bytes.
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  // Most texts are plain, and may be long.
  const isPlain = text.length % 4 === 0 && BASE64.test(text);
  const written = isPlain ? text : text.replaceAll(WHITE_SPACE, '');
  if (!isPlain && !isBase64(written)) return null;
  return new Uint8Array(Buffer.from(written, 'base64'));
}

function isBase64(text: string): boolean {
  const read = BASE64.exec(text) ?? BASE64_URL.exec(text);
  if (read === null) return false;
  // A single character after whole groups of four encodes no complete byte.
  return read[1] === '' ? text.length % 4 !== 1 : text.length % 4 === 0;
}
