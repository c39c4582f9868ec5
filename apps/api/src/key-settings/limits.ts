/** How much a key can have, and be held to. */

/** Characters of a name; the wire's limit. */
export const MAX_NAME = 50;
/** Networks that a key may be used from, and addresses and domains that it may send as. */
export const MAX_NETWORKS = 50;
export const MAX_SENDERS = 100;
/** The largest number of a quota: what the columns hold, and for bytes what JSON numbers hold exactly. */
export const MAX_COUNT = 2 ** 31 - 1;
export const MAX_BYTES = Number.MAX_SAFE_INTEGER;
/** The largest weight; the column allows no other. */
export const MAX_WEIGHT = 10;
