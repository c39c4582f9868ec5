/** Keys for one purpose each, made from `SECRET_KEY`. */
import { hkdfSync } from 'node:crypto';

/**
 * What a key may be for. Each is the context of a derivation (RFC 5869 section 3.2), so a text here never changes: what is
 * signed or encrypted with its key would no longer be known.
 */
const CONTEXTS = {
  signInLink: 'sendoff sign-in link',
  download: 'sendoff attachment download',
  returnPath: 'sendoff return path',
} as const;

/** The purpose of a key. */
export type KeyPurpose = keyof typeof CONTEXTS;

/** Bytes, as many as SHA-256 makes. */
const KEY_LENGTH = 32;

/**
 * The key for one purpose, by HKDF with SHA-256 (RFC 5869): 32 bytes, the same each time. Who has it can make neither
 * `SECRET_KEY` nor the key for another purpose of it.
 */
export function deriveKey(purpose: KeyPurpose, secretKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', CONTEXTS[purpose], KEY_LENGTH));
}

/** What a program that makes or reads return paths is given: the key for them, or what it is derived from. */
export interface ReturnPathSecrets {
  readonly RETURN_PATH_KEY?: string | undefined;
  readonly SECRET_KEY?: string | undefined;
}

/** The key of return paths as text: `RETURN_PATH_KEY`, or else the key that `SECRET_KEY` yields; undefined without either. */
export function returnPathKey({ RETURN_PATH_KEY: own, SECRET_KEY: secretKey }: ReturnPathSecrets): string | undefined {
  return own ?? (secretKey === undefined ? undefined : deriveKey('returnPath', secretKey).toString('hex'));
}
