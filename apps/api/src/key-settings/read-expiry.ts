import { readIsoTime } from '@sendoff/intake/submission';
import { InvalidSetting } from './invalid-setting.ts';

/**
 * When a key expires, from a time in ISO 8601.
 *
 * @throws {InvalidSetting} also when the time is not in the future.
 */
export function readExpiry(text: string, now: Date): Date {
  const time = readIsoTime(text.trim());
  if (time === null) throw new InvalidSetting('must be a time in ISO 8601, such as `2027-04-03T22:13:42Z`');
  if (time <= now)
    throw new InvalidSetting(`must be in the future (it is now ${now.toISOString()}); delete the key to revoke it immediately`);
  return time;
}
