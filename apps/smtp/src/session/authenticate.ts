/** Authenticates clients. */
import { checkNetwork, type ApiKeyCache } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import type { ActiveApiKey } from '@sendoff/db';
import type { CountFailure } from './count-failures.ts';
import { networkOf } from '@sendoff/runtime';

/**
 * User names that are accepted; the password is the API key, which alone identifies the client. Clients of Resend send `resend`.
 */
const USERS: ReadonlySet<string | undefined> = new Set(['resend', 'sendoff']);

/** A client that authenticated with an API key. */
export interface Submitter {
  readonly keyId: string;
  /** Returns the current key from the cache, or null if it was revoked. */
  readonly findKey: () => Promise<ActiveApiKey | null>;
}

/** The dependencies of `authenticate`. */
export interface AuthenticationParts {
  readonly keys: ApiKeyCache;
  readonly countFailure: CountFailure;
}

/** The credentials and address of a client. */
export interface Credentials {
  readonly user: string | undefined;
  readonly password: string;
  readonly address: string;
}

/**
 * Checks a user name and an API key. Every key may submit, whatever its permission.
 *
 * After too many wrong keys from a network, each further wrong key closes its connection. A valid key is always accepted, because
 * many clients behind a router share an address.
 *
 * @throws {SendoffError} for a wrong user name or key, and for a key that may not be used from that address.
 */
export async function authenticate(
  { keys, countFailure }: AuthenticationParts,
  { user, password, address }: Credentials,
): Promise<Submitter> {
  const key = USERS.has(user?.toLowerCase()) ? await keys.find(password) : null;
  if (key === null) throw new SendoffError(countFailure(networkOf(address)) ? 'too_many_failures' : 'unknown_api_key');
  checkNetwork(key, address);
  return { keyId: key.id, findKey: () => keys.find(password) };
}
