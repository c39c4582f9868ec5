import { SendoffError } from '@sendoff/core';

const MAX_LENGTH = 256;

/** The `Idempotency-Key` of a request, or undefined when the header is absent. An empty header is an error. */
export function readIdempotencyKey(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = typeof header === 'string' ? header : header.join(', ');
  if (key.length === 0 || key.length > MAX_LENGTH) throw new SendoffError('invalid_idempotency_key');
  return key;
}
