/** Who may submit. */
import type { RememberedApiKeys } from '@sendoff/acceptance';
import { SendoffError } from '@sendoff/config';
import type { ActiveApiKey } from '@sendoff/db';
import type { FailureCounter } from './count-failures.ts';
import { networkOf } from './network-of.ts';

/** Names that stand for nobody in particular: the key alone says who it is. `resend` is what clients of Resend send. */
const USERS: ReadonlySet<string | undefined> = new Set(['resend', 'sendoff']);

/** Somebody who has shown a key. */
export interface Submitter {
  /** The key, looked up again where that was too long ago; null when it was revoked meanwhile. */
  readonly findKey: () => Promise<ActiveApiKey | null>;
}

/** What authentication works with. */
export interface AuthenticationParts {
  readonly keys: RememberedApiKeys;
  readonly failures: FailureCounter;
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
 * An address that has sent too many wrong ones is refused without a look-up, unless its key has been right before:
 * behind a router many share an address, and one that is wrong must not shut out the others.
 *
 * @throws {SendoffError} when they are wrong, or the address has no try left.
 */
export async function authenticate(
  { keys, failures }: AuthenticationParts,
  { user, password, address }: Credentials,
): Promise<Submitter> {
  const network = networkOf(address);
  const isUser = USERS.has(user?.toLowerCase());
  if (!(isUser && keys.knows(password)) && failures.isExhausted(network)) throw new SendoffError('too_many_failures');
  if (!isUser || (await keys.find(password)) === null) {
    failures.count(network);
    throw new SendoffError('unknown_api_key');
  }
  return { findKey: () => keys.find(password) };
}
