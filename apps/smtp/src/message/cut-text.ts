/**
 * PostgreSQL refuses a row whose index entry exceeds 2704 bytes. Indexed texts are cut to this many bytes, which leaves room for
 * the other columns of the index.
 */
export const MAX_INDEXED_LENGTH = 2000;

/** Cuts a text to at most `most` bytes of UTF-8, without splitting a character. */
export function cutToOctets(text: string, most: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(most));
  return text.slice(0, read);
}

/** Cuts a text to at most `most` UTF-16 code units, without splitting a surrogate pair, which PostgreSQL refuses in JSON. */
export const cutText = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
