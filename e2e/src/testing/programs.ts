/** The built programs, as run by the images and the root scripts. */
import { resolve } from 'node:path';

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** Entry points, relative to the root. */
export const PROGRAMS = {
  api: 'apps/api/dist/server.js',
  worker: 'apps/worker/dist/main.js',
  smtp: 'apps/smtp/dist/main.js',
  migrate: 'apps/api/dist/migrate.js',
  cli: 'apps/api/dist/cli.js',
  start: 'scripts/start.js',
} as const;

export type ProgramName = keyof typeof PROGRAMS;
