import type { RecipientReport } from './feedback-report.ts';
import { bestCode, replyCodeIn } from './status-code.ts';

/** Characters of a text that are kept. */
const MAX_LENGTH = 1000;

/** What a report says about one recipient, verbatim. */
export interface SaidOfRecipient {
  /** The enhanced status code from the Status field. */
  readonly status: string | null;
  /** The reply of the server, if the report quotes it in a field. */
  readonly diagnostic: string | null;
  /** The lines of the text about this recipient. */
  readonly lines: string | null;
  /** All text that may be about it: its lines and, for a single recipient, the lines around them. */
  readonly words: string | null;
}

/** Returns the codes and text of the reply, from the best source that the report has. */
export function describeReply({
  status,
  diagnostic,
  lines,
  words,
}: SaidOfRecipient): Omit<RecipientReport, 'addresses' | 'action'> {
  const sources = [diagnostic, lines, words].filter((text) => text !== null);
  return {
    enhancedCode: bestCode(status, sources),
    replyCode: sources.map(replyCodeIn).find((code) => code !== null) ?? null,
    diagnostic: oneLine(sources[0] ?? ''),
    words: oneLine(words ?? lines ?? ''),
    saidAtRcpt: wasSaidAtRcpt(sources.join('\n')),
  };
}

/** How reports name the SMTP command that was answered, after or before the reply. */
const COMMANDS = [
  // Postfix wraps its lines between any two words.
  // eslint-disable-next-line security/detect-unsafe-regex -- linear: two words at most between two that are fixed
  /\b(?:in\s{1,9}(?:reply|response)\s{1,9}to|after|following|during)(?:\s{1,9}[\w()]+){0,2}\s{1,9}(RCPT|end\s{1,9}of\s{1,9}data|DATA|MAIL|EHLO|HELO|pipelined)\b/i,
  // DragonFly; m-FILTER.
  /\bdid not like our (?:final )?(RCPT|DATA|MAIL|EHLO|HELO)\b/,
  /^-{3,9}SMTP command\s{1,9}(RCPT|DATA|MAIL|EHLO|HELO)\b/m,
  /\[(RCPT|END_OF_DATA|DATA|BODY|MAIL)(?:_TO|_FROM)?\]/,
  />>> ?(RCPT|DATA|MAIL|\.)[^\n]{0,400}\r?\n<<</i,
];

/** Whether the reply was to RCPT TO; null if the text does not say. */
function wasSaidAtRcpt(words: string): boolean | null {
  // With PIPELINING (RFC 2920), the replies to RCPT arrive after DATA was sent.
  if (/\bno valid recipients\b/i.test(words)) return true;
  // qmail.
  if (/\bdoes not like recipient\b/.test(words)) return true;
  if (/\bfailed after I sent the message\b/.test(words)) return false;
  for (const command of COMMANDS) {
    const [, name] = command.exec(words) ?? [];
    if (name !== undefined) return name.toUpperCase() === 'RCPT';
  }
  return null;
}

/** Replaces what PostgreSQL refuses: NUL, and a surrogate that the cut may leave alone. */
const oneLine = (text: string): string | null =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH)
    .replaceAll(/\0|\p{Surrogate}/gu, '\uFFFD') || null;
