/** A host to deploy to, which is a directory and a docker that stands in for the real one. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SCRIPT = resolve(import.meta.dirname, '../deploy.sh');
const DOCKER = resolve(import.meta.dirname, 'stand-in-docker.sh');

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
}

/** The host, and what it is asked to do. */
export interface StandInHost {
  /** Runs deploy.sh on the host itself. */
  readonly deploy: (...args: readonly string[]) => Deployment;
  /** Runs it elsewhere, over the ssh that stands in for the real one, with this compose file. */
  readonly deployFromElsewhere: (compose: string, ...args: readonly string[]) => Deployment;
  readonly state: () => HostState;
  readonly fail: (how: Partial<Failures>) => void;
  /** The images that run, and null for a program that does not. */
  readonly images: () => { readonly api: string | null; readonly worker: string | null };
  /** A file of the deployment; null when there is none. */
  readonly read: (name: string) => string | null;
  readonly remove: () => void;
}

/** How a deployment ended. */
export interface Deployment {
  readonly code: number | null;
  readonly output: string;
}

/** An image by its digest. */
export const image = (name: 'api' | 'worker', digit: number): string =>
  `registry.example/sendoff-${name}@sha256:${String(digit).repeat(64)}`;

/** Makes a host that holds a compose.yaml and an .env, and on which nothing was deployed. */
export function createHost(): StandInHost {
  const root = mkdtempSync(join(tmpdir(), 'sendoff-deploy-'));
  const home = join(root, 'home');
  const directory = join(home, 'sendoff');
  const elsewhere = join(root, 'elsewhere');
  const bin = join(root, 'bin');
  const kept = join(root, 'host');
  for (const path of [directory, elsewhere, bin, kept]) mkdirSync(path, { recursive: true });
  writeFileSync(join(directory, '.env'), 'SECRET_KEY=only-here\n');
  writeFileSync(join(directory, 'compose.yaml'), 'compose file 1');
  copyFileSync(SCRIPT, join(directory, 'deploy.sh'));
  copyFileSync(SCRIPT, join(elsewhere, 'deploy.sh'));
  command(join(bin, 'docker'), `exec sh ${DOCKER} "$@"`);
  // The words after the host are one command line for the shell there, as with ssh.
  command(join(bin, 'ssh'), `test "$1" = deploy@host.example || exit 255\nshift\ncd ${home} && exec sh -c "$*"`);

  const lines = (name: string): string[] =>
    existsSync(join(kept, name))
      ? readFileSync(join(kept, name), 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [];
  const state = (): HostState => ({
    running: Object.fromEntries(
      ['api', 'worker'].flatMap((name) => {
        const [image, compose = ''] = lines(`running.${name}`);
        return image === undefined ? [] : [[name, { image, compose }]];
      }),
    ),
    migratedBy: lines('migratedBy'),
    calls: lines('calls'),
  });
  const run = (script: string, args: readonly string[]): Deployment => {
    const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}`, HOME: home, STAND_IN_HOST: kept };
    const { status, stdout, stderr } = spawnSync('bash', [script, ...args], { encoding: 'utf8', env, cwd: root });
    return { code: status, output: stdout + stderr };
  };
  return {
    deploy: (...args) => run(join(directory, 'deploy.sh'), args),
    deployFromElsewhere: (compose, ...args) => {
      writeFileSync(join(elsewhere, 'compose.yaml'), compose);
      return run(join(elsewhere, 'deploy.sh'), ['--host', 'deploy@host.example', ...args]);
    },
    state,
    fail: (how) => {
      for (const [name, images] of Object.entries(how))
        writeFileSync(join(kept, name), images.map((line) => `${line}\n`).join(''));
    },
    images: () => {
      const { running } = state();
      return { api: running['api']?.image ?? null, worker: running['worker']?.image ?? null };
    },
    read: (name) => (existsSync(join(directory, name)) ? readFileSync(join(directory, name), 'utf8') : null),
    remove: () => rmSync(root, { recursive: true }),
  };
}

function command(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}
