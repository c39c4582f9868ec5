/** A host to deploy to, which is a directory and a docker that stands in for the real one. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SCRIPT = resolve(import.meta.dirname, '../deploy.sh');
const DOCKER = resolve(import.meta.dirname, 'stand-in-docker.sh');
const SSH = resolve(import.meta.dirname, 'stand-in-ssh.sh');

/** What the stand-in keeps. */
export interface HostState {
  readonly running: Readonly<Record<string, { readonly image: string; readonly compose: string }>>;
  readonly migratedBy: readonly string[];
  readonly calls: readonly string[];
}

/** Images with which something goes wrong. */
interface Failures {
  readonly missing: readonly string[];
  readonly unhealthy: readonly string[];
  readonly brokenMigrations: readonly string[];
  /** They take a second to start. */
  readonly slow: readonly string[];
}

/** How long the ssh that stands in for the real one holds. */
interface Connection {
  /** It is cut once docker was called like this, such as `up worker`. */
  readonly until: string;
  /** Whether the host can be reached again. */
  readonly comesBack: boolean;
}

/** The host, and what it is asked to do. */
export interface StandInHost {
  /** Runs deploy.sh on the host itself. */
  readonly deploy: (...args: readonly string[]) => Deployment;
  /** Runs it elsewhere, over the ssh that stands in for the real one, with this compose file. */
  readonly deployFromElsewhere: (compose: string, ...args: readonly string[]) => Deployment;
  /** Cuts the next connection over which something is deployed. */
  readonly cutConnection: (connection: Connection) => void;
  readonly state: () => HostState;
  readonly fail: (how: Partial<Failures>) => void;
  /** Sets COMPOSE_PROFILES in the .env there. */
  readonly turnOn: (profiles: string) => void;
  /** The images that run, by app. */
  readonly images: () => Readonly<Record<string, string>>;
  /** A file of the deployment; null when there is none. */
  readonly read: (name: string) => string | null;
  /** Leaves directories behind as so many deployments from elsewhere would have, long ago. */
  readonly deployedBefore: (count: number) => void;
  /** What is in a directory of the deployment, in order. */
  readonly list: (name: string) => readonly string[];
  readonly remove: () => void;
}

/** How a deployment ended. */
export interface Deployment {
  readonly code: number | null;
  readonly output: string;
}

/** An image by its digest. */
export const image = (app: string, digit: number): string => `registry.example/sendoff-${app}@sha256:${String(digit).repeat(64)}`;

/**
 * As much of a Compose file as deploy.sh reads itself, in the form of the real one; `mark` tells one from another.
 * SMTP has its profile there.
 */
export const composeFile = (mark: string, apps: readonly string[] = ['api', 'worker']): string =>
  [
    `# ${mark}`,
    ...['migrate', ...apps].map((service) => {
      const app = service === 'migrate' ? 'api' : service;
      const profiles = app === 'smtp' ? '\n    profiles: [smtp]' : '';
      return `  ${service}:\n    image: \${${app.toUpperCase()}_IMAGE:-sendoff-${app}}${profiles}`;
    }),
  ].join('\n');

/** Makes a host that holds a compose.yaml and an .env, and on which nothing was deployed. */
export function createHost(): StandInHost {
  const root = mkdtempSync(join(tmpdir(), 'sendoff-deploy-'));
  const home = join(root, 'home');
  const directory = join(home, 'sendoff');
  const elsewhere = join(root, 'elsewhere');
  const bin = join(root, 'bin');
  const kept = join(root, 'host');
  for (const path of [directory, elsewhere, bin, kept]) mkdirSync(path, { recursive: true });
  const turnOn = (profiles: string): void =>
    writeFileSync(join(directory, '.env'), `SECRET_KEY=only-here\nCOMPOSE_PROFILES=${profiles}\n`);
  turnOn('');
  writeFileSync(join(directory, 'compose.yaml'), composeFile('1'));
  copyFileSync(SCRIPT, join(directory, 'deploy.sh'));
  copyFileSync(SCRIPT, join(elsewhere, 'deploy.sh'));
  command(join(bin, 'docker'), `exec sh ${DOCKER} "$@"`);
  command(join(bin, 'ssh'), `exec sh ${SSH} "$@"`);

  const lines = (name: string): string[] =>
    existsSync(join(kept, name))
      ? readFileSync(join(kept, name), 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [];
  const state = (): HostState => ({
    running: Object.fromEntries(
      readdirSync(kept)
        .filter((file) => file.startsWith('running.'))
        .map((file) => {
          const [image = '', ...compose] = readFileSync(join(kept, file), 'utf8').split('\n');
          return [file.slice('running.'.length), { image, compose: compose.join('\n') }];
        }),
    ),
    migratedBy: lines('migratedBy'),
    calls: lines('calls'),
  });
  const run = (script: string, args: readonly string[]): Deployment => {
    const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}`, HOME: home, STAND_IN_HOST: kept, RECONNECT_AFTER: '0.1' };
    const { status, stdout, stderr } = spawnSync('bash', [script, ...args], { encoding: 'utf8', env, cwd: root });
    return { code: status, output: stdout + stderr };
  };
  return {
    deploy: (...args) => run(join(directory, 'deploy.sh'), args),
    deployFromElsewhere: (compose, ...args) => {
      writeFileSync(join(elsewhere, 'compose.yaml'), compose);
      return run(join(elsewhere, 'deploy.sh'), ['--host', 'deploy@host.example', ...args]);
    },
    cutConnection: ({ until, comesBack }) => writeFileSync(join(kept, 'cut'), `${until}\n${comesBack ? 'back' : 'gone'}\n`),
    state,
    fail: (how) => {
      for (const [name, images] of Object.entries(how))
        writeFileSync(join(kept, name), images.map((line) => `${line}\n`).join(''));
    },
    turnOn,
    images: () => Object.fromEntries(Object.entries(state().running).map(([app, { image }]) => [app, image])),
    read: (name) => (existsSync(join(directory, name)) ? readFileSync(join(directory, name), 'utf8') : null),
    deployedBefore: (count) => {
      for (let n = 0; n < count; n += 1)
        mkdirSync(join(directory, 'deployments', `2020010${String(n)}T000000Z-1`), { recursive: true });
    },
    list: (name) => readdirSync(join(directory, name)).toSorted(),
    remove: () => rmSync(root, { recursive: true }),
  };
}

function command(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}
