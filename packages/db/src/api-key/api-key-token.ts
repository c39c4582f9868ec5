/** The text of API keys. */
import { createHash, randomBytes } from 'node:crypto';
import type { Mode } from '../generated/enums.ts';

/** Characters of a key that are kept readable, to recognise it by. */
const PREFIX_LENGTH = 12;

/** A new key: a recognisable prefix and 256 random bits. */
export function newApiKeyToken(mode: Mode): string {
  return `so_${mode}_${randomBytes(32).toString('base64url')}`;
}

/** SHA-256 of a key. A key has 256 random bits, so a slow hash would protect nothing more. */
export function hashApiKeyToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

/** The beginning of a key, to recognise it by. */
export function prefixOfApiKeyToken(token: string): string {
  return token.slice(0, PREFIX_LENGTH);
}
