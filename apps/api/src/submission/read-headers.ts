import { LIMITS } from '@sendoff/acceptance';
import { headerProblem } from '@sendoff/mail/message';
import { fieldProblem } from './field-problem.ts';

/** Header fields of the client's own; a `Message-ID` among them is kept apart, since the email has a place for it. */
export interface OwnHeaders {
  readonly headers: Readonly<Record<string, string>>;
  readonly messageId: string | undefined;
}

/** Checks each header field, and that they are not too many or too long together. */
export function readHeaders(given: Readonly<Record<string, string>>): OwnHeaders {
  const entries = Object.entries(given);
  if (entries.length > LIMITS.headers) throw fieldProblem(['headers'], `must have at most ${String(LIMITS.headers)} headers`);
  refuseTooLong(entries);

  const seen = new Set<string>();
  for (const [name, value] of entries) {
    const problem = headerProblem(name, value) ?? (seen.has(name.toLowerCase()) ? 'is given twice' : undefined);
    if (problem !== undefined) throw fieldProblem(['headers', shorten(name)], problem);
    seen.add(name.toLowerCase());
  }
  const isMessageId = ([name]: readonly [string, string]) => name.toLowerCase() === 'message-id';
  return {
    headers: Object.fromEntries(entries.filter((entry) => !isMessageId(entry))),
    messageId: entries.find(isMessageId)?.[1],
  };
}

function refuseTooLong(entries: readonly (readonly [string, string])[]): void {
  const octets = entries.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0);
  if (octets > LIMITS.headerOctets) throw fieldProblem(['headers'], 'must have at most 64 KB together');
}

/** A name in a message; it may be anything, since this is about a wrong one. */
const shorten = (name: string): string => (name.length > 80 ? `${name.slice(0, 80)}…` : name);
