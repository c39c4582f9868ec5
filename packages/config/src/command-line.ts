/** Builds the command lines that messages tell people to run. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** Works with Node.js alone. */
const WITHOUT_PNPM = 'npx -y pnpm@12';

/** Relative to `packages/config`, in `src` and in `dist`; images have no scripts. */
const SCRIPTS = resolve(import.meta.dirname, '../../../scripts');

/** The commands of a deployment with Compose, as in docs/operations.md. */
const COMPOSE = 'docker compose -f docker/compose.yaml --env-file .env run --rm';
const IN_COMPOSE = { sendoff: `${COMPOSE} api dist/cli.js`, 'db:migrate': `${COMPOSE} migrate` } as const;

/** Commands of package.json that messages mention. */
export type CommandName = keyof typeof IN_COMPOSE | 'start' | 'dev';

/** Where the process runs. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Whether this is a checkout of the repository rather than an image. */
  readonly isRepository: boolean;
}

/**
 * Returns a command line that can be pasted into a shell: with pnpm if it is installed, else with npx; in an image, which has
 * neither, with Compose.
 *
 * @param rest arguments, such as `keys create NAME`.
 */
export function commandLine(name: CommandName, rest = '', surroundings: Surroundings = HERE): string {
  return [prefix(name, surroundings), ...(rest === '' ? [] : [rest])].join(' ');
}

const HERE: Surroundings = { variables: process.env, isRepository: existsSync(join(SCRIPTS, 'sendoff.js')) };

function prefix(name: CommandName, { variables, isRepository }: Surroundings): string {
  if (!isRepository && name in IN_COMPOSE) return IN_COMPOSE[name as keyof typeof IN_COMPOSE];
  return `${hasPnpm(variables) ? 'pnpm' : WITHOUT_PNPM} ${name}`;
}

/**
 * Whether a shell of the user finds pnpm. The PATH entries that npx and pnpm add for child processes are ignored, and a process
 * that npx started suggests npx again.
 */
function hasPnpm({ PATH = '', npm_config_npm_version: startedByNpx }: Surroundings['variables']): boolean {
  if (startedByNpx !== undefined) return false;
  const names = process.platform === 'win32' ? ['pnpm.exe', 'pnpm.cmd'] : ['pnpm'];
  const folders = PATH.split(delimiter).filter((folder) => folder !== '' && !/[\\/]node_modules[\\/]/.test(`${folder}/`));
  return folders.some((folder) => names.some((name) => isProgram(join(folder, name))));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
