/** The text of session cookies, and how it is kept. */
import { createHash, randomBytes } from 'node:crypto';

/** A new one: 256 random bits, and nothing that could be read out of it. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256; of so many random bits, a slow hash would protect nothing more. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest());
}
