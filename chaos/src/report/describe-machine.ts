/** The hardware and versions that the results were measured on. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '@sendoff/devstack';
import { redisVersion } from '@sendoff/testkit/own-redis';

export interface Machine {
  readonly processor: string;
  readonly memory: string;
  readonly system: string;
  readonly sendoff: string;
  readonly node: string;
  readonly postgres: string;
  readonly redis: string;
}

/** @param postgres the PostgreSQL version */
export function describeMachine(postgres: string): Machine {
  const root = repositoryRoot();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const git = spawnSync('git', ['describe', '--always', '--dirty', '--exclude=*'], { cwd: root, encoding: 'utf8' });
  const commit = git.status === 0 ? ` at ${git.stdout.trim()}` : '';
  return {
    processor: `${String(availableParallelism())} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    system: `${type()} ${release()}`,
    sendoff: `${version}${commit}`,
    node: process.versions.node,
    postgres,
    redis: redisVersion() ?? 'none',
  };
}
