/** The token of a single-use dashboard sign-in link: created by `start`, verified by the API; both use `SECRET_KEY`. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { deriveKey } from './derive-key.ts';

/** Lifetime of a link. */
const LIFETIME_MS = 15 * 60_000;

/** The result of verifying a token. The caller uses its unique `id` to accept it only once. */
export type SignInToken = { readonly kind: 'valid'; readonly id: string } | { readonly kind: 'expired' | 'forged' };

/**
 * Creates a token.
 *
 * @param now milliseconds since 1970.
 */
export function makeSignInToken(secretKey: string, now: number): string {
  const content = `${randomBytes(16).toString('base64url')}.${String(now + LIFETIME_MS)}`;
  return `${content}.${sign(secretKey, content).toString('base64url')}`;
}

/** Verifies a token; `now` is in milliseconds since 1970. */
export function readSignInToken(secretKey: string, token: string, now: number): SignInToken {
  const [id = '', expires = '', signature = ''] = token.split('.');
  const expected = sign(secretKey, `${id}.${expires}`);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { kind: 'forged' };
  return now < Number(expires) ? { kind: 'valid', id } : { kind: 'expired' };
}

/** HMAC-SHA256 (RFC 2104), with a key used only for this purpose. */
const sign = (secretKey: string, content: string): Buffer =>
  createHmac('sha256', deriveKey('signInLink', secretKey)).update(content).digest();
