/** The hardware and versions that the results were measured on. */
import { spawnSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import type { Servers } from '../deployment/deployment.ts';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  readonly redis: string | null;
  /** The measured commit, with a `+` if there were uncommitted changes. */
  readonly commit: string | null;
  readonly date: string;
}

export function describeMachine({ postgres, redis }: Servers): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${release()}`,
    node: process.version,
    postgres: postgres.version,
    redis: redis?.version ?? null,
    commit: describeCommit(),
    date: new Date().toISOString(),
  };
}

function describeCommit(): string | null {
  const git = (...args: string[]): string | null => {
    const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : null;
  };
  const commit = git('rev-parse', '--short', 'HEAD');
  return commit === null ? null : `${commit}${git('status', '--porcelain') === '' ? '' : '+'}`;
}
