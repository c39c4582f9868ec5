/** Headers, and a parameter, of the operations that take emails in. */
import { SendoffError } from '@sendoff/core';
import Type from 'typebox';

/** For a schema of headers. Its length is checked by `readIdempotencyKey`, which has an error of its own for it. */
export const idempotencyHeader = {
  'idempotency-key': Type.Optional(
    Type.String({
      description:
        '1 to 256 characters of your choice, remembered for 24 hours together with the API key. The same request again gets the ' +
        'first answer again and sends nothing; another request with the same key is refused.',
      examples: ['order-4711/confirmation'],
    }),
  ),
};

const VALIDATIONS = ['strict', 'permissive'] as const;
/** What becomes of a batch in which some emails are not valid. */
export type BatchValidation = (typeof VALIDATIONS)[number];

/** For a schema of headers. */
export const batchValidationHeader = {
  'x-batch-validation': Type.Optional(
    Type.String({
      description: '`strict`, the default: all or nothing. `permissive`: what is valid is kept, and `errors` names the rest.',
      examples: ['permissive'],
    }),
  ),
};

/** For a schema of a query: some clients send there what others send as a header. */
export const BatchQuery = Type.Object({
  validation_mode: Type.Optional(
    Type.String({
      description: 'The same as the header `x-batch-validation`, which has the say where both are given.',
      examples: ['permissive'],
    }),
  ),
});

/** @throws {SendoffError} for a word that is not known. */
export function readBatchValidation(header: string | undefined, parameter: string | undefined): BatchValidation {
  const given = header ?? parameter ?? 'strict';
  const validation = VALIDATIONS.find((word) => word === given);
  if (validation === undefined) {
    const place = header === undefined ? '`validation_mode` parameter' : '`x-batch-validation` header';
    throw new SendoffError('invalid_parameter', `The ${place} must be \`strict\` or \`permissive\`.`);
  }
  return validation;
}
