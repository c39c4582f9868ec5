/** Derives keys for single purposes from `SECRET_KEY`. */
import { hkdfSync } from 'node:crypto';

/**
 * The purposes of keys. Each text is the context of a derivation (RFC 5869 section 3.2) and must never change, because existing
 * signatures would become invalid.
 */
const CONTEXTS = {
  signInLink: 'sendoff sign-in link',
  download: 'sendoff attachment download',
  returnPath: 'sendoff return path',
} as const;

/** The purpose of a key. */
export type KeyPurpose = keyof typeof CONTEXTS;

/** Length in bytes, the output length of SHA-256. */
const KEY_LENGTH = 32;

/**
 * Derives the key for one purpose with HKDF-SHA-256 (RFC 5869): 32 bytes, deterministic. Neither `SECRET_KEY` nor the key for
 * another purpose can be computed from it.
 */
export function deriveKey(purpose: KeyPurpose, secretKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', CONTEXTS[purpose], KEY_LENGTH));
}

/** The secrets of a program that creates or reads return paths: the key itself, or the key to derive it from. */
export interface ReturnPathSecrets {
  readonly RETURN_PATH_KEY?: string | undefined;
  readonly SECRET_KEY?: string | undefined;
}

/** The key of return paths as text: `RETURN_PATH_KEY`, or else derived from `SECRET_KEY`; undefined without either. */
export function returnPathKey({ RETURN_PATH_KEY: own, SECRET_KEY: secretKey }: ReturnPathSecrets): string | undefined {
  return own ?? (secretKey === undefined ? undefined : deriveKey('returnPath', secretKey).toString('hex'));
}
