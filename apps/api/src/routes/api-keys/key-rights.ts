/** Which keys a key may make and change: none that may do more than itself. */
import { SendoffError } from '@sendoff/core';
import { isRestricted, type ActiveApiKey, type Mode } from '@sendoff/db';

/**
 * A key that is held to anything manages no keys at all: whatever it made would have to be held to the same, and their quotas
 * to add up to its own.
 *
 * @throws {SendoffError}
 */
export function refuseRestricted({ restrictions }: ActiveApiKey): void {
  if (!isRestricted(restrictions)) return;
  throw new SendoffError(
    'beyond_own_rights',
    'This API key has limits of its own (an expiry, networks, senders or quotas), so it can make no keys and change none; it can only delete itself. Use a key without limits.',
  );
}

/** @throws {SendoffError} when the key is of less than `mode`. */
export function refuseOtherMode(apiKey: ActiveApiKey, mode: Mode): void {
  if (apiKey.mode === 'live' || mode === 'test') return;
  throw new SendoffError('beyond_own_rights', 'A test key can make only test keys. Leave out `mode`, or use a live key.');
}

/**
 * With a weight that a test key has set, test mail would push live mail aside.
 *
 * @throws {SendoffError} when the key is a test key, and the weight is not 1.
 */
export function refuseTestWeight({ mode }: ActiveApiKey, weight = 1): void {
  if (mode === 'live' || weight === 1) return;
  throw new SendoffError(
    'beyond_own_rights',
    'A test key can set no weight other than 1. Leave out `weight`, or use a live key.',
  );
}
