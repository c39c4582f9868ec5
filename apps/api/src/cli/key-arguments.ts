/** Arguments and options of the `keys` commands. */
import { InvalidArgumentError, type Command } from 'commander';
import { MAX_NAME, MAX_WEIGHT } from '../key-settings/limits.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The name of a key. */
export function readKeyName(name: string): string {
  if (name.trim() === '' || name.length > MAX_NAME)
    throw new InvalidArgumentError(`A name must have 1 to ${String(MAX_NAME)} characters.`);
  return name;
}

/** The id of a key. */
export function readKeyId(id: string): string {
  if (!UUID.test(id)) throw new InvalidArgumentError('An id looks like this: 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b.');
  return id;
}

/** Adds `--weight` to a command. */
export const withWeightOption = (command: Command): Command =>
  command.option(
    '--weight <number>',
    `factor for its share of resources that keys share, such as memory and connections: 1 to ${String(MAX_WEIGHT)}`,
    readWeight,
  );

function readWeight(text: string): number {
  const weight = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (weight >= 1 && weight <= MAX_WEIGHT) return weight;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${String(MAX_WEIGHT)}.`);
}
