/** The programs of the system, the same that the images run. */
import { join } from 'node:path';
import type { ChildEnvironment } from '../environment/read-process-environment.ts';
import type { Command } from '../supervisor/spawn-supervised.ts';

/** The built programs, relative to the root of the repository. */
export const PROGRAMS = {
  api: 'apps/api/dist/server.js',
  worker: 'apps/worker/dist/main.js',
  smtp: 'apps/smtp/dist/main.js',
  migrate: 'apps/api/dist/migrate.js',
  cli: 'apps/api/dist/cli.js',
} as const;

/** Their TypeScript sources, for `dev`. */
export const SOURCES = {
  migrate: 'apps/api/src/migrate.ts',
  cli: 'apps/api/src/cli.ts',
} as const;

/** Node.js options to run TypeScript without a build, including workspace packages. */
export const RUN_SOURCE: readonly string[] = ['--conditions=@sendoff/source', '--import', import.meta.resolve('tsx')];

/** Arguments that create the first key, if there is none, and print only the key. */
export const FIRST_KEY = ['keys', 'create', 'first key', '--if-none', '--quiet'] as const;

/** The command for a program with its arguments, run from the root of the repository. */
export function programCommand(
  name: string,
  root: string,
  [file, ...rest]: readonly [file: string, ...rest: string[]],
  environment: ChildEnvironment,
): Command {
  const options = file.endsWith('.ts') ? RUN_SOURCE : [];
  return { name, args: [...options, join(root, file), ...rest], cwd: root, environment };
}
