/** A fake deployment host: a directory with fake docker and ssh commands. */
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

/** The state that the fake docker records. */
export interface HostState {
  readonly running: Readonly<Record<string, { readonly image: string; readonly compose: string }>>;
  readonly migratedBy: readonly string[];
  readonly calls: readonly string[];
}

/** Images with problems. */
interface Failures {
  readonly missing: readonly string[];
  readonly unhealthy: readonly string[];
  readonly brokenMigrations: readonly string[];
  /** Images that take a second to start. */
  readonly slow: readonly string[];
}

/** When the fake ssh connection is cut. */
interface Connection {
  /** Cut after docker was called like this, such as `up worker`. */
  readonly until: string;
  /** Whether the host can be reached again. */
  readonly comesBack: boolean;
}

/** The fake host. */
export interface StandInHost {
  /** Runs deploy.sh on the host itself. */
  readonly deploy: (...args: readonly string[]) => Deployment;
  /** Runs deploy.sh on another machine over the fake ssh, with this compose file. */
  readonly deployFromElsewhere: (compose: string, ...args: readonly string[]) => Deployment;
  /** Cuts the next ssh connection of a deployment. */
  readonly cutConnection: (connection: Connection) => void;
  readonly state: () => HostState;
  readonly fail: (how: Partial<Failures>) => void;
  /** Sets COMPOSE_PROFILES in the host's .env. */
  readonly turnOn: (profiles: string) => void;
  /** The running images, by app. */
  readonly images: () => Readonly<Record<string, string>>;
  /** A file of the deployment; null if it does not exist. */
  readonly read: (name: string) => string | null;
  /** Creates the directories of this many earlier remote deployments. */
  readonly deployedBefore: (count: number) => void;
  /** The sorted content of a directory of the deployment. */
  readonly list: (name: string) => readonly string[];
  readonly remove: () => void;
}

/** The result of a deployment. */
export interface Deployment {
  readonly code: number | null;
  readonly output: string;
}

/** An image by digest. */
export const image = (app: string, digit: number): string => `registry.example/sendoff-${app}@sha256:${String(digit).repeat(64)}`;

/**
 * The parts of a Compose file that deploy.sh reads, in the format of the real one; `mark` makes files distinguishable. SMTP has a
 * profile.
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

/** Creates a host with a compose.yaml and an .env, without any deployment. */
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
