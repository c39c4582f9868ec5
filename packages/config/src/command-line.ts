/** How people call the commands of the repository, for texts that tell them to. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** Works wherever Node.js is. */
const WITHOUT_PNPM = 'npx -y pnpm@12';

/** From `packages/config`, both in `src` and in `dist`; images have none. */
const SCRIPTS = resolve(import.meta.dirname, '../../../scripts');

/** The same for a deployment with Compose, as docs/operations.md has it. */
const COMPOSE = 'docker compose -f docker/compose.yaml --env-file .env run --rm';
const IN_COMPOSE = { sendoff: `${COMPOSE} api dist/cli.js`, 'db:migrate': `${COMPOSE} migrate` } as const;

/** Commands of package.json that texts name. */
export type CommandName = keyof typeof IN_COMPOSE | 'start' | 'dev';

/** What a text about the surroundings is made from. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Whether this is a repository, and not an image. */
  readonly isRepository: boolean;
}

/**
 * A command that can be pasted as it is: by pnpm where that is installed, by npx where it is not, and by Compose where
 * this runs in an image, which has neither.
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
 * Whether a shell of this person finds pnpm. What npx and pnpm put on the PATH for their children is not on the shell's,
 * and whoever came by npx is told to come by it again.
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
