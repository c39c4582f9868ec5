import { randomBytes } from 'node:crypto';

/** How long a secret signs along after another took its place, for receivers to learn the new one. */
export const OVERLAP_HOURS = 24;

/** A new secret, as Standard Webhooks writes it: a prefix, and 256 random bits in base64. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
