import { InvalidMailbox, parseMailbox } from './parse-mailbox.ts';
import { textProblem } from './text-problem.ts';

/** Octets of a field name; RFC 5322 has no limit of its own, and the longest registered one has 37. */
const LONGEST_NAME = 76;
/** Octets of a value before it is folded. */
const LONGEST_VALUE = 4096;
/** Octets without a space. Folding breaks lines at spaces only, and no line may pass 998 (RFC 5322 section 2.1.1). */
const LONGEST_WORD = 900;

/** Fields that have a place of their own in the request. */
const OWN_FIELDS: ReadonlyMap<string, string> = new Map([
  ['from', 'from'],
  ['to', 'to'],
  ['cc', 'cc'],
  ['bcc', 'bcc'],
  ['reply-to', 'reply_to'],
  ['subject', 'subject'],
]);

/** Fields that are written by Sendoff or by those who carry the message. */
const TRACE_FIELDS = new Set([
  'date',
  'mime-version',
  'received',
  'return-path',
  'delivered-to',
  'dkim-signature',
  'received-spf',
]);
const TRACE_PREFIXES = ['content-', 'resent-', 'arc-', 'authentication-results'];

/**
 * What is wrong with a custom header, as the end of a sentence that begins with its name, or
 * undefined. Names are compared without regard to case.
 */
export function headerProblem(name: string, value: string): string | undefined {
  return nameProblem(name) ?? reservedProblem(name.toLowerCase()) ?? valueProblem(value) ?? structureProblem(name, value);
}

function nameProblem(name: string): string | undefined {
  // RFC 5322 section 2.2: printable ASCII without the colon.
  if (!/^[\x21-\x39\x3b-\x7e]+$/.test(name)) return 'is not a valid header name; use letters, digits and hyphens';
  if (name.length > LONGEST_NAME) return `has a name of more than ${String(LONGEST_NAME)} characters`;
  return undefined;
}

function reservedProblem(name: string): string | undefined {
  const field = OWN_FIELDS.get(name);
  if (field !== undefined) return `must not be given as a header; use the field \`${field}\` instead`;
  if (TRACE_FIELDS.has(name) || TRACE_PREFIXES.some((prefix) => name.startsWith(prefix))) {
    return 'must not be given as a header; it is written when the message is composed or carried';
  }
  return undefined;
}

function valueProblem(value: string): string | undefined {
  if (value.trim() === '') return 'must not be empty';
  if (Buffer.byteLength(value) > LONGEST_VALUE) return `must have at most ${String(LONGEST_VALUE)} octets`;
  const longest = Math.max(...value.split(/[ \t]+/).map((word) => Buffer.byteLength(word)));
  if (longest > LONGEST_WORD) return `must not have more than ${String(LONGEST_WORD)} octets without a space`;
  return textProblem(value);
}

/** Fields whose value has a form that other programs act upon. */
function structureProblem(name: string, value: string): string | undefined {
  switch (name.toLowerCase()) {
    case 'message-id':
      // RFC 5322 section 3.6.4, without its quoted and obsolete forms.
      return /^<[^\s<>@[\](),;:\\"]+@[^\s<>@(),;:\\"]+>$/.test(value) && /^[\x21-\x7e]*$/.test(value)
        ? undefined
        : 'must have the form `<left@right>`';
    case 'sender':
      return mailboxProblem(value);
    default:
      return undefined;
  }
}

function mailboxProblem(value: string): string | undefined {
  try {
    parseMailbox(value);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidMailbox) return error.message;
    throw error;
  }
}
