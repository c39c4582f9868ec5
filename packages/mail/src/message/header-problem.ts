import { customValue } from '../headers/custom-value.ts';
import { MAX_CHUNK_LENGTH, longestChunk } from '../headers/fold-field.ts';
import { hidesLineBreak } from './encoded-words.ts';
import { headerOwner } from './header-owner.ts';
import { textProblem } from './text-problem.ts';

/** Octets of a field name; RFC 5322 has no limit of its own, and the longest registered one has 37. */
const MAX_NAME_LENGTH = 76;

/**
 * What is wrong with a custom header, as the end of a sentence that begins with its name, or
 * undefined. Names are compared without regard to case.
 */
export function headerProblem(name: string, value: string): string | undefined {
  return (
    nameProblem(name) ??
    reservedProblem(name) ??
    valueProblem(value) ??
    structureProblem(name, value) ??
    writtenProblem(name, value)
  );
}

function nameProblem(name: string): string | undefined {
  // RFC 5322 section 2.2: printable ASCII without the colon.
  if (!/^[\x21-\x39\x3b-\x7e]+$/.test(name)) return 'is not a valid header name; use letters, digits and hyphens';
  if (name.length > MAX_NAME_LENGTH) return `has a name of more than ${String(MAX_NAME_LENGTH)} characters`;
  return undefined;
}

function reservedProblem(name: string): string | undefined {
  const owner = headerOwner(name);
  if (owner.kind === 'custom') return undefined;
  return owner.kind === 'field'
    ? `must not be given as a header; use the field \`${owner.field}\` instead`
    : 'must not be given as a header; it is written when the message is composed or carried';
}

function valueProblem(value: string): string | undefined {
  if (value.trim() === '') return 'must not be empty';
  if (hidesLineBreak(value)) return 'must not hold a line break or a NUL in an encoded word';
  return textProblem(value);
}

/** Lines are broken at white space only, and none may have more than 998 bytes (RFC 5322 section 2.1.1). */
function writtenProblem(name: string, value: string): string | undefined {
  const { text, problem, isEncoded = false } = customValue(name, value);
  if (problem !== undefined) return problem;
  if (isEncoded || longestChunk(text()) <= MAX_CHUNK_LENGTH) return undefined;
  return `must not have more than ${String(MAX_CHUNK_LENGTH - 1)} bytes without a space`;
}

/** RFC 5322 section 3.6.4, without the quoted and obsolete forms of a Message-ID. */
function structureProblem(name: string, value: string): string | undefined {
  if (name.toLowerCase() !== 'message-id') return undefined;
  return /^<[^\s<>@[\](),;:\\"]+@[^\s<>@(),;:\\"]+>$/.test(value) && /^[\x21-\x7e]*$/.test(value)
    ? undefined
    : 'must have the form `<left@right>`';
}
