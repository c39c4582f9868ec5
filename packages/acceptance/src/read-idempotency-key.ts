import { SendoffError } from '@sendoff/core';

const LONGEST = 256;

/** The `Idempotency-Key` of a request, or undefined when it has none. An empty one is a mistake, not the absence of one. */
export function readIdempotencyKey(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = typeof header === 'string' ? header : header.join(', ');
  if (key.length === 0 || key.length > LONGEST) throw new SendoffError('invalid_idempotency_key');
  return key;
}
