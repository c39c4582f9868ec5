/** Which keys a key can create and change: none with more rights than its own. */
import { SendoffError } from '@sendoff/core';
import { isRestricted, type ActiveApiKey, type Mode } from '@sendoff/db';

/**
 * Refuses keys with limits. The keys that such a key created would need the same limits, and their quotas would have to add up
 * to its own.
 *
 * @throws {SendoffError}
 */
export function refuseRestricted({ restrictions }: ActiveApiKey): void {
  if (!isRestricted(restrictions)) return;
  throw new SendoffError(
    'beyond_own_rights',
    'This API key has limits of its own (an expiry, networks, senders or quotas), so it cannot create or change keys; ' +
      'it can only delete itself. Use a key without limits.',
  );
}

/** @throws {SendoffError} when a test key asks for a live key. */
export function refuseOtherMode(apiKey: ActiveApiKey, mode: Mode): void {
  if (apiKey.mode === 'live' || mode === 'test') return;
  throw new SendoffError('beyond_own_rights', 'A test key can create only test keys. Leave out `mode`, or use a live key.');
}

/**
 * A higher weight would let test mail take resources away from live mail.
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
