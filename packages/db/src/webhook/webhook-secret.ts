import { randomBytes } from 'node:crypto';

/** How long a secret stays valid after its rotation, so that receivers can switch to the new one. */
export const OVERLAP_HOURS = 24;

/** A new secret in the format of Standard Webhooks: a prefix and 256 random bits in base64. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
