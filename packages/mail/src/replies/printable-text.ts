/** Characters; the longest that is worth keeping of what a server said. */
const MAX_LENGTH = 4000;

/**
 * What a server said, fit to be stored and shown: at most 4000 characters, without control
 * characters other than line breaks and tabs (a NUL could not be stored), well-formed.
 */
export function printableText(text: string): string {
  return text
    .slice(0, MAX_LENGTH)
    .replaceAll(/[^\P{Cc}\n\t]|\p{Surrogate}/gu, ' ')
    .trim();
}
