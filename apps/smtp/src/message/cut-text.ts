/**
 * PostgreSQL refuses an entry of an index of more than 2704 octets, and with it the row. Texts that are indexed are cut
 * to so many, which leaves room for the other columns of the index.
 */
export const MAX_INDEXED_LENGTH = 2000;

/** At most so many octets of UTF-8, and no half of a character. */
export function cutToOctets(text: string, most: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(most));
  return text.slice(0, read);
}

/** At most so many UTF-16 code units, and no half of a surrogate pair, which JSON for PostgreSQL must not hold. */
export const cutText = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
