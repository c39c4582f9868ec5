/** Codes in what servers say. */

/** An enhanced status code (RFC 3463), not part of an IP address, a version or another number. */
const ENHANCED = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)/;

/** The first enhanced status code in a text. */
export const enhancedCodeIn = (text: string): string | null => ENHANCED.exec(text)?.[1] ?? null;

/** A reply code where a server's words begin, or an enhanced status code follows it. */
const REPLY_FORMS = [
  /^\W{0,20}(?:smtp;)?\W{0,10}([245]\d\d)(?=[ #-]|$)/i,
  /(?<![\d.])([245]\d\d)[ -](?=#?[245]\.\d{1,3}\.\d{1,3})/,
  /(?:said|says|responded|response|reply|replied|returned|error|status|code|failure|refused|rejected|answer)\b[^\d\n]{0,60}?(?<![\d.])([245]\d\d)(?=[ -]|$)/i,
  /(?:^|[:;\n<[("'] ?|>>> ?|<<< ?)([245][0-5]\d)(?=[ -]\D)/,
];

/** The reply code that a text quotes; null when it quotes none. */
export function replyCodeIn(text: string): number | null {
  for (const form of REPLY_FORMS) {
    const code = form.exec(text)?.[1];
    if (code !== undefined) return Number(code);
  }
  return null;
}

/** Says nothing but the class (RFC 3463 section 3.1). */
const isGeneral = (code: string): boolean => code.endsWith('.0.0');

/** A code right after a reply code, as a server sends it (RFC 2034). */
const AFTER_REPLY = /(?<![\d.])[245]\d\d[ -]#?([245]\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)/;

/**
 * The code that says most: the one that the server sent with its reply, then that of the report's own field, which the
 * sending server may have chosen, and where that is general or missing any in the words.
 */
export function bestCode(status: string | null, words: readonly string[]): string | null {
  const sent = AFTER_REPLY.exec(words[0] ?? '')?.[1] ?? null;
  const candidates = [sent, status, ...words.map(enhancedCodeIn)].filter((code) => code !== null);
  return candidates.find((code) => !isGeneral(code)) ?? candidates[0] ?? null;
}
