/** Session tokens, and how they are stored. */
import { createHash, randomBytes } from 'node:crypto';

/** A new session token: 256 random bits in base64url. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256. A slow hash would add no protection for 256 random bits. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest());
}
