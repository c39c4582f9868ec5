/** What commands about keys are given. */
import { InvalidArgumentError } from 'commander';
import { MAX_NAME } from '../key-settings/limits.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The name of a key. */
export function readKeyName(name: string): string {
  if (name.trim() === '' || name.length > MAX_NAME)
    throw new InvalidArgumentError(`A name has 1 to ${String(MAX_NAME)} characters.`);
  return name;
}

/** The id of a key. */
export function readKeyId(id: string): string {
  if (!UUID.test(id)) throw new InvalidArgumentError('An id looks like 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b.');
  return id;
}
