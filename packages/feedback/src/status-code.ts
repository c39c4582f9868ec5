/** Finds reply codes and enhanced status codes in texts of mail servers. */

/** An enhanced status code (RFC 3463) that is not part of an IP address, a version or another number. */
const ENHANCED = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)/;

/** The first enhanced status code in a text. */
export const enhancedCodeIn = (text: string): string | null => ENHANCED.exec(text)?.[1] ?? null;

/** A reply code at the beginning of a reply, or followed by an enhanced status code. */
const REPLY_FORMS = [
  /^\W{0,20}(?:smtp;)?\W{0,10}([245]\d\d)(?=[ #-]|$)/i,
  /(?<![\d.])([245]\d\d)[ -](?=#?[245]\.\d{1,3}\.\d{1,3})/,
  /(?:said|says|responded|response|reply|replied|returned|error|status|code|failure|refused|rejected|answer)\b[^\d\n]{0,60}?(?<![\d.])([245]\d\d)(?=[ -]|$)/i,
  /(?:^|[:;\n<[("'] ?|>>> ?|<<< ?)([245][0-5]\d)(?=[ -]\D)/,
];

/** The reply code that a text quotes; null if there is none. */
export function replyCodeIn(text: string): number | null {
  for (const form of REPLY_FORMS) {
    const code = form.exec(text)?.[1];
    if (code !== undefined) return Number(code);
  }
  return null;
}

/** A code with nothing but the class (RFC 3463 section 3.1). */
const isGeneral = (code: string): boolean => code.endsWith('.0.0');

/** An enhanced status code right after a reply code, as a server sends it (RFC 2034). */
const AFTER_REPLY = /(?<![\d.])[245]\d\d[ -]#?([245]\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)/;

/**
 * The most specific code: the one in the reply of the server, then the Status field, which the sending server may have chosen,
 * and if that is general or missing, any in the text.
 */
export function bestCode(status: string | null, words: readonly string[]): string | null {
  const sent = AFTER_REPLY.exec(words[0] ?? '')?.[1] ?? null;
  const candidates = [sent, status, ...words.map(enhancedCodeIn)].filter((code) => code !== null);
  return candidates.find((code) => !isGeneral(code)) ?? candidates[0] ?? null;
}
