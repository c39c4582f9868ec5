import { fieldProblem } from '@sendoff/core';
import { LIMITS } from '../limits.ts';
import type { GivenHeaders, HeaderValue, ListedHeader } from './email-body.ts';

/** A header field with its values in order. */
export interface HeaderField {
  /** In its first spelling. */
  readonly name: string;
  /** Unfolded and not empty. */
  readonly values: readonly string[];
}

/**
 * Returns the header fields of a request from any of the accepted forms: an object with a value or list of values per name, or a
 * list of names and values. Empty values are left out.
 *
 * @throws {SendoffError} when there are too many or too long fields, or an object has a name in two spellings.
 */
export function listHeaderFields(given: GivenHeaders): HeaderField[] {
  const fields = new Map<string, { readonly name: string; readonly values: string[] }>();
  const isList = isListOfHeaders(given);
  const entries = isList ? given.map(({ name, value }) => [name, value] as const) : Object.entries(given);
  let count = 0;
  let octets = 0;
  for (const [name, value] of entries) {
    const values = textsOf(value);
    if (values.length === 0) continue;
    count += values.length;
    if (count > LIMITS.headers) throw fieldProblem(['headers'], `must have at most ${String(LIMITS.headers)} headers`);
    for (const text of values) octets += Buffer.byteLength(name) + Buffer.byteLength(text);
    if (octets > LIMITS.headerOctets) throw fieldProblem(['headers'], 'must have at most 64 KB together');

    const known = fields.get(name.toLowerCase());
    if (known !== undefined && !isList) throw headerFieldProblem(name, 'is given twice');
    if (known === undefined) fields.set(name.toLowerCase(), { name, values });
    else known.values.push(...values);
  }
  return [...fields.values()];
}

/** An error about the header field `name`, which is untrusted text. */
export const headerFieldProblem = (name: string, problem: string) =>
  fieldProblem(['headers', name.length > 80 ? `${name.slice(0, 80)}…` : name], problem);

function textsOf(value: HeaderValue): string[] {
  return [value]
    .flat()
    .map((one) => (one === null ? '' : unfold(String(one))))
    .filter((text) => text.trim() !== '');
}

/** Removes folding: a line break before white space is not part of the value (RFC 5322 section 2.2.3). */
const unfold = (value: string): string => value.replaceAll(/\r?\n(?=[ \t])/g, '');

/** `Array.isArray` does not narrow read-only arrays. */
const isListOfHeaders = (given: GivenHeaders): given is readonly ListedHeader[] => Array.isArray(given);
