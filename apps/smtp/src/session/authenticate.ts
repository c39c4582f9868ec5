/** Who may submit. */
import { checkNetwork, type ApiKeyCache } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import type { ActiveApiKey } from '@sendoff/db';
import type { CountFailure } from './count-failures.ts';
import { networkOf } from '@sendoff/runtime';

/** Names that stand for nobody in particular: the key alone says who it is. `resend` is what clients of Resend send. */
const USERS: ReadonlySet<string | undefined> = new Set(['resend', 'sendoff']);

/** Somebody who has shown a key. */
export interface Submitter {
  readonly keyId: string;
  /** The key, looked up again where that was too long ago; null when it was revoked meanwhile. */
  readonly findKey: () => Promise<ActiveApiKey | null>;
}

/** What authentication works with. */
export interface AuthenticationParts {
  readonly keys: ApiKeyCache;
  readonly countFailure: CountFailure;
}

/** What a client said about itself. */
export interface Credentials {
  readonly user: string | undefined;
  readonly password: string;
  readonly address: string;
}

/**
 * Checks a user name and an API key. Any key will do, since submitting is all that can be done here.
 *
 * An address that sends too many wrong ones is disconnected for further wrong ones. A right key is never refused for them:
 * behind a router many share an address.
 *
 * @throws {SendoffError} when they are wrong, and when the key may not be used from that address.
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
