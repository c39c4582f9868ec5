import type { RecipientReport } from './feedback-report.ts';
import { bestCode, replyCodeIn } from './status-code.ts';

/** Characters of what was said that are kept. */
const MAX_LENGTH = 1000;

/** What a report says of a recipient, as it says it. */
export interface SaidOfRecipient {
  /** From a field of its own. */
  readonly status: string | null;
  /** What the server said, where the report quotes it by itself. */
  readonly diagnostic: string | null;
  /** The lines about this recipient. */
  readonly lines: string | null;
  /** Everything that may be about it: its lines and, where it is the only recipient, those around them. */
  readonly words: string | null;
}

/** The codes and the words of a reply, from wherever a report has them. */
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

/** Commands of a dialogue, as reports name them after a reply or write them before it. */
const COMMANDS = [
  // Postfix breaks its lines anywhere between the words.
  // eslint-disable-next-line security/detect-unsafe-regex -- linear: two words at most between two that are fixed
  /\b(?:in\s{1,9}(?:reply|response)\s{1,9}to|after|following|during)(?:\s{1,9}[\w()]+){0,2}\s{1,9}(RCPT|end\s{1,9}of\s{1,9}data|DATA|MAIL|EHLO|HELO|pipelined)\b/i,
  // DragonFly; m-FILTER.
  /\bdid not like our (?:final )?(RCPT|DATA|MAIL|EHLO|HELO)\b/,
  /^-{3,9}SMTP command\s{1,9}(RCPT|DATA|MAIL|EHLO|HELO)\b/m,
  /\[(RCPT|END_OF_DATA|DATA|BODY|MAIL)(?:_TO|_FROM)?\]/,
  />>> ?(RCPT|DATA|MAIL|\.)[^\n]{0,400}\r?\n<<</i,
];

/** Whether a reply was one to RCPT TO; null where the words do not say. */
function wasSaidAtRcpt(words: string): boolean | null {
  // With PIPELINING (RFC 2920) the reply to RCPT comes after DATA was sent.
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

/** PostgreSQL keeps neither NUL nor half a surrogate pair, which the cut may leave. */
const oneLine = (text: string): string | null =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH)
    .replaceAll(/\0|\p{Surrogate}/gu, '\uFFFD') || null;
