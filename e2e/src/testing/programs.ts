/** The built programs, as the images and the scripts of the root run them. */
import { resolve } from 'node:path';

/** The root of the repository. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** Files to be run by Node.js, from the root. */
export const PROGRAMS = {
  api: 'apps/api/dist/server.js',
  worker: 'apps/worker/dist/main.js',
  smtp: 'apps/smtp/dist/main.js',
  migrate: 'apps/api/dist/migrate.js',
  cli: 'apps/api/dist/cli.js',
  start: 'scripts/start.js',
} as const;

/** The name of a program. */
export type ProgramName = keyof typeof PROGRAMS;
