/** The text of API keys. */
import { createHash, randomBytes } from 'node:crypto';
import type { Mode } from '../generated/enums.ts';

/** Characters of a key that are kept readable, to recognise it by: what all begin with, and four of its own. */
const PREFIX_LENGTH = 're_so_live_'.length + 4;

/**
 * A new key, such as `re_so_live_…`: a recognisable prefix and 256 random bits as base64url. It begins with `re_`
 * because official clients of the Resend API refuse other keys before they send anything. Keys from before begin
 * with `so_` and go on working: a key is found by its hash alone.
 */
export function newApiKeyToken(mode: Mode): string {
  return `re_so_${mode}_${randomBytes(32).toString('base64url')}`;
}

/** SHA-256 of a key. A key has 256 random bits, so a slow hash would protect nothing more. */
export function hashApiKeyToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

/** The beginning of a key, to recognise it by. */
export function prefixOfApiKeyToken(token: string): string {
  return token.slice(0, PREFIX_LENGTH);
}
