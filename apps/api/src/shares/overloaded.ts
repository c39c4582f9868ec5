import { SendoffError } from '@sendoff/core';

/** Seconds after which a client may try again: what is in flight is then mostly answered. */
const RETRY_AFTER_S = 1;

/** Says that there is too much in flight for the share of the key, or at all, and when to try again. */
export const overloaded = (): SendoffError => new SendoffError('overloaded', undefined, { retryAfter: RETRY_AFTER_S });
