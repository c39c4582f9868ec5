/** Headers and query parameters of the operations that accept emails. */
import { SendoffError } from '@sendoff/core';
import Type from 'typebox';

/** Header properties. `readIdempotencyKey` checks the length, with its own error. */
export const idempotencyHeader = {
  'idempotency-key': Type.Optional(
    Type.String({
      description:
        'A key of 1 to 256 characters that you choose, remembered for 24 hours per API key. Repeating the same request ' +
        'returns the first response and sends nothing; a different request with the same key is rejected.',
      examples: ['order-4711/confirmation'],
    }),
  ),
};

const VALIDATIONS = ['strict', 'permissive'] as const;
/** How a batch with invalid emails is handled. */
export type BatchValidation = (typeof VALIDATIONS)[number];

/** Header properties. */
export const batchValidationHeader = {
  'x-batch-validation': Type.Optional(
    Type.String({
      description:
        '`strict` (default): one invalid email rejects the whole batch. `permissive`: valid emails are accepted and ' +
        '`errors` lists the others.',
      examples: ['permissive'],
    }),
  ),
};

/** The query: some clients send the mode as a parameter instead of a header. */
export const BatchQuery = Type.Object({
  validation_mode: Type.Optional(
    Type.String({
      description: 'Same as the `x-batch-validation` header, which takes precedence.',
      examples: ['permissive'],
    }),
  ),
});

/** @throws {SendoffError} for any value but `strict` and `permissive`. */
export function readBatchValidation(header: string | undefined, parameter: string | undefined): BatchValidation {
  const given = header ?? parameter ?? 'strict';
  const validation = VALIDATIONS.find((word) => word === given);
  if (validation === undefined) {
    const place = header === undefined ? '`validation_mode` parameter' : '`x-batch-validation` header';
    throw new SendoffError('invalid_parameter', `The ${place} must be \`strict\` or \`permissive\`.`);
  }
  return validation;
}
