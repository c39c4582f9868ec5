/** The environment of this process and the file `.env`, as one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { repositoryRoot } from '../repository-root.ts';

/** Variables for a child process. */
export type ChildEnvironment = Readonly<Record<string, string>>;

/** What the variables are once `.env` at the root of the repository has been read. */
export function readProcessEnvironment(): ChildEnvironment {
  return mergeEnvironments(readDotEnv(join(repositoryRoot(), '.env')), process.env);
}

/** Real variables win over the file; an empty one counts as not set, as it does everywhere else. */
export function mergeEnvironments(
  file: Readonly<Record<string, string | undefined>>,
  real: Readonly<Record<string, string | undefined>>,
): ChildEnvironment {
  const isSet = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined && entry[1] !== '';
  const entries = [...Object.entries(file), ...Object.entries(real)];
  return Object.fromEntries(entries.filter(isSet));
}

/** The variables in a file like `.env`; none when there is no such file. */
export function readDotEnv(path: string): Readonly<Record<string, string | undefined>> {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
