import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { isRedisInstalled } from './neighbours/start-redis.ts';
import { PARTS } from './options.ts';
import type { PartResult } from './report/result.ts';

const MAIN = resolve(import.meta.dirname, '../dist/main.js');
const LIMIT_MS = 180_000;
/** Too few for meaningful figures, but enough to run every step. */
const TINY = {
  engines: isRedisInstalled() ? 'redis' : 'postgres',
  rounds: 1,
  'accept-emails': 100,
  connections: 4,
  'drain-emails': 500,
  'idle-emails': 5,
  attachments: 2,
  'attachment-mb': 1,
  rows: 2000,
  backlog: 500,
  'cost-seeds': 10,
};

const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGTERM')));

function startBench(options: Readonly<Record<string, string | number>>) {
  const args = Object.entries({ ...TINY, ...options }).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const bench = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  started.push(bench);
  return bench;
}

test(
  'every part runs to its end and has results',
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'sendoff-bench-test-'));
    try {
      const json = join(directory, 'found.json');
      const bench = startBench({ only: PARTS.join(','), json });
      const [said] = await Promise.all([text(bench.stderr), once(bench, 'exit')]);
      expect({ exitCode: bench.exitCode, said: bench.exitCode === 0 ? '' : said }).toEqual({ exitCode: 0, said: '' });

      const { results } = JSON.parse(readFileSync(json, 'utf8')) as { results: PartResult[] };
      expect(results.map(({ part }) => part)).toEqual([...PARTS]);
      const values = results.flatMap(({ rows }) => rows.flatMap((row) => row.values));
      expect(values.length).toBeGreaterThan(PARTS.length);
      expect(values.filter((value) => !(value > 0))).toEqual([]);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
  LIMIT_MS,
);

test(
  'Ctrl-C ends every server and deletes every file',
  async () => {
    const bench = startBench({ only: 'drain' });
    let directory = '';
    let postmaster = 0;
    createInterface({ input: bench.stderr }).on('line', (line) => {
      directory ||= / in (\/\S+)$/.exec(line)?.[1] ?? '';
      if (postmaster > 0 || !line.includes('round 1')) return;
      postmaster = Number(readFileSync(join(directory, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
      bench.kill('SIGINT');
    });
    await once(bench, 'exit');
    expect(bench.exitCode).toBe(130);
    expect(postmaster).toBeGreaterThan(1);
    expect(existsSync(directory)).toBe(false);
    expect(() => process.kill(postmaster, 0)).toThrow('ESRCH');
  },
  LIMIT_MS,
);
