/** The token of a link that signs in to the dashboard once: made by `start`, checked by the API, which share `SECRET_KEY`. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { deriveKey } from './derive-key.ts';

/** Milliseconds for which a link works. */
const LIFETIME_MS = 15 * 60_000;

/** What a token turned out to be. `id` is its own: whoever accepts it sees to it that it is used once. */
export type SignInToken = { readonly kind: 'valid'; readonly id: string } | { readonly kind: 'expired' | 'forged' };

/**
 * A new token.
 *
 * @param now milliseconds since 1970.
 */
export function makeSignInToken(secretKey: string, now: number): string {
  const content = `${randomBytes(16).toString('base64url')}.${String(now + LIFETIME_MS)}`;
  return `${content}.${sign(secretKey, content).toString('base64url')}`;
}

/** Checks a token. */
export function readSignInToken(secretKey: string, token: string, now: number): SignInToken {
  const [id = '', expires = '', signature = ''] = token.split('.');
  const expected = sign(secretKey, `${id}.${expires}`);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { kind: 'forged' };
  return now < Number(expires) ? { kind: 'valid', id } : { kind: 'expired' };
}

/** HMAC-SHA256 (RFC 2104), with a key that signs nothing else. */
const sign = (secretKey: string, content: string): Buffer =>
  createHmac('sha256', deriveKey('signInLink', secretKey)).update(content).digest();
