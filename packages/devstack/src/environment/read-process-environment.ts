/** Combines the environment of this process with the file `.env`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { repositoryRoot } from '../repository-root.ts';

/** Variables for a child process. */
export type ChildEnvironment = Readonly<Record<string, string>>;

/** The environment including `.env` at the root of the repository. */
export function readProcessEnvironment(): ChildEnvironment {
  return mergeEnvironments(readDotEnv(join(repositoryRoot(), '.env')), process.env);
}

/** Variables of the process override those of the file; an empty one counts as not set. */
export function mergeEnvironments(
  file: Readonly<Record<string, string | undefined>>,
  real: Readonly<Record<string, string | undefined>>,
): ChildEnvironment {
  const isSet = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined && entry[1] !== '';
  const entries = [...Object.entries(file), ...Object.entries(real)];
  return Object.fromEntries(entries.filter(isSet));
}

/** The variables of a file like `.env`; empty if it does not exist. */
export function readDotEnv(path: string): Readonly<Record<string, string | undefined>> {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
