/** The programs of the system, as the images run them too. */
import { join } from 'node:path';
import type { ChildEnvironment } from '../environment/read-process-environment.ts';
import type { Command } from '../supervisor/spawn-supervised.ts';

/** Where the built programs are, from the root of the repository. */
export const PROGRAMS = {
  api: 'apps/api/dist/server.js',
  worker: 'apps/worker/dist/main.js',
  smtp: 'apps/smtp/dist/main.js',
  migrate: 'apps/api/dist/migrate.js',
  cli: 'apps/api/dist/cli.js',
} as const;

/** The same as TypeScript, for `dev`. */
export const SOURCES = {
  migrate: 'apps/api/src/migrate.ts',
  cli: 'apps/api/src/cli.ts',
} as const;

/** Options with which Node.js runs TypeScript without a build, that of the workspace's packages included. */
export const RUN_SOURCE: readonly string[] = ['--conditions=@sendoff/source', '--import', import.meta.resolve('tsx')];

/** Arguments that make a key when there is none yet, and print it alone. */
export const FIRST_KEY = ['keys', 'create', 'first key', '--if-none', '--quiet'] as const;

/** A program with its arguments, run from the root. */
export function programCommand(
  name: string,
  root: string,
  [file, ...rest]: readonly [file: string, ...rest: string[]],
  environment: ChildEnvironment,
): Command {
  const options = file.endsWith('.ts') ? RUN_SOURCE : [];
  return { name, args: [...options, join(root, file), ...rest], cwd: root, environment };
}
