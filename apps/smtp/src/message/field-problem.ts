/** Rejects header fields that different programs would read differently. */
import { valueOf, type HeaderField, type HeaderSection } from './header-fields.ts';

/** Fields that may occur once (RFC 5322 section 3.6, RFC 2045 section 3); of two, each program displays another. */
const SINGLE: ReadonlySet<string> = new Set([
  ...['from', 'sender', 'reply-to', 'to', 'cc', 'subject', 'date', 'message-id', 'in-reply-to', 'references'],
  ...['mime-version', 'content-type', 'content-transfer-encoding', 'content-disposition'],
]);

const COLON = 0x3a;
const LF = 0x0a;
/** Characters of the line that the error quotes. */
const MAX_SHOWN = 60;

/**
 * Returns what is wrong with the fields, with the line number, or undefined. Some programs end the header at a line that is no
 * field, others skip it; what follows would be header for one and body for the other.
 *
 * A repeated field with the same value is unambiguous, and some programs write it, so it is allowed; only `From` must be unique.
 */
export function fieldProblem(message: Buffer, { fields }: HeaderSection): string | undefined {
  const seen = new Map<string, string>();
  let line = 1;
  for (const field of fields) {
    const problem = lineProblem(message, field) ?? repetitionProblem(message, field, seen);
    if (problem !== undefined) return `Line ${String(line)} of the header ${problem}: "${shown(message, field)}".`;
    line += countLines(message, field);
  }
  return undefined;
}

function lineProblem(message: Buffer, { name, start, end }: HeaderField): string | undefined {
  const first = message[start];
  if (first === 0x20 || first === 0x09) return 'goes on with a field, and there is none before it';
  if (name === '') return 'is no field, which is a name in ASCII, a colon and a value';
  if (message[start + name.length] !== COLON) return 'has white space before its colon';
  const text = message.toString('latin1', start, end);
  return /\r\n[ \t]+(?:\r\n|$)/.test(text) ? 'begins a field with an empty line in it' : undefined;
}

function repetitionProblem(message: Buffer, field: HeaderField, seen: Map<string, string>): string | undefined {
  if (!SINGLE.has(field.name)) return undefined;
  const value = valueOf(message, field);
  const before = seen.get(field.name);
  seen.set(field.name, value);
  if (before === undefined || (before === value && field.name !== 'from')) return undefined;
  return `is a second field of its name, and a message has one`;
}

function countLines(message: Buffer, { start, end }: HeaderField): number {
  let count = 0;
  for (let at = message.indexOf(LF, start); at !== -1 && at < end; at = message.indexOf(LF, at + 1)) count += 1;
  return count;
}

/** The beginning of the first line, in printable ASCII for a reply. */
function shown(message: Buffer, { start, end }: HeaderField): string {
  const [first = ''] = message.toString('latin1', start, Math.min(end, start + MAX_SHOWN)).split('\r\n');
  return first.replaceAll(/[^\x20-\x7e]/g, '?');
}
