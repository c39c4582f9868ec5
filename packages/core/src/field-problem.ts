/** How errors name the part of a request that they are about. */
import { SendoffError, type ErrorCode } from './error-table.ts';

/** Where something is: names of fields, and positions in arrays from 0. */
export type FieldPath = readonly [string, ...(string | number)[]];

/** A path as the beginning of a sentence: ``The `to` field``, ``The `cc` field, item 2:``. */
export function nameField([field, ...rest]: FieldPath, kind = 'field'): string {
  const inner = rest.map((step) => (typeof step === 'number' ? `item ${String(step + 1)}` : `\`${step}\``));
  return inner.length === 0 ? `The \`${field}\` ${kind}` : `The \`${field}\` ${kind}, ${inner.join(', ')}:`;
}

/** An error about one field; `problem` is the end of a sentence, such as "must not be empty". */
export function fieldProblem(path: FieldPath, problem: string, code: ErrorCode = 'invalid_field'): SendoffError {
  return new SendoffError(code, `${nameField(path)} ${problem}.`);
}

/** An error about a field that is required and absent. */
export function missingField([field, ...rest]: FieldPath): SendoffError {
  const inner = rest.at(-1);
  return inner === undefined
    ? new SendoffError('missing_field', `Missing \`${field}\` field.`)
    : new SendoffError('missing_field', `${nameField([field, ...rest.slice(0, -1)])} missing \`${String(inner)}\`.`);
}
