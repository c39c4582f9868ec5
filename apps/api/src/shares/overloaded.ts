import { SendoffError } from '@sendoff/core';

/** Seconds after which a client should retry: most requests in flight are finished by then. */
const RETRY_AFTER_S = 1;

/** The error for too much in flight, of the key or in total, with the time to retry. */
export const overloaded = (): SendoffError => new SendoffError('overloaded', undefined, { retryAfter: RETRY_AFTER_S });
