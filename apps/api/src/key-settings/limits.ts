/** The largest values of key settings. */

/** Characters of a name, as in the Resend API. */
export const MAX_NAME = 50;
/** Allowed networks, and allowed senders (addresses and domains). */
export const MAX_NETWORKS = 50;
export const MAX_SENDERS = 100;
/** The largest quotas: limited by the column types, and for bytes by the exact range of JSON numbers. */
export const MAX_COUNT = 2 ** 31 - 1;
export const MAX_BYTES = Number.MAX_SAFE_INTEGER;
/** The largest weight; the column allows no other. */
export const MAX_WEIGHT = 10;
