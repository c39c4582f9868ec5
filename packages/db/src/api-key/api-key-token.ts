/** API key tokens. */
import { createHash, randomBytes } from 'node:crypto';
import type { Mode } from '../generated/enums.ts';

/** Characters of a token stored in plain text to recognise it: the common prefix and four of its own. */
const PREFIX_LENGTH = 're_so_live_'.length + 4;

/**
 * A new token such as `re_so_live_…`: a prefix and 256 random bits in base64url. It begins with `re_` because the official
 * Resend clients reject other keys. Older tokens that begin with `so_` stay valid: keys are looked up by hash.
 */
export function newApiKeyToken(mode: Mode): string {
  return `re_so_${mode}_${randomBytes(32).toString('base64url')}`;
}

/** SHA-256 of a token. A token has 256 random bits, so a slow hash would add no protection. */
export function hashApiKeyToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

/** The prefix of a token, to recognise it by. */
export function prefixOfApiKeyToken(token: string): string {
  return token.slice(0, PREFIX_LENGTH);
}
