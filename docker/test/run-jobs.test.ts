import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readJob } from './jobs/read-job.ts';

const SCRIPT = resolve(import.meta.dirname, '../run-jobs.sh');
const CI = resolve(import.meta.dirname, '../../.github/workflows/ci.yml');

const WORKFLOW = `
env: { GREETING: of the workflow, PLACE: of the workflow }
jobs:
  shown:
    services: { postgres: { image: postgres } }
    env: { PLACE: of the job, DATABASE_URL: postgresql://services, REDIS_URL: redis://services }
    steps:
      - uses: actions/checkout@v0
      - name: Say
        run: |
          echo "$GREETING, $PLACE, $STEP"
          echo "$DATABASE_URL $REDIS_URL"
          cat committed; ls
        env: { STEP: of the step }
      - name: Advice
        run: exit 7
        continue-on-error: true
      - name: Wrong
        run: |
          false
          echo never said
      - name: After it
        run: echo nor this
  other:
    steps:
      - run: echo the other job
`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sendoff-run-jobs-'));
  mkdirSync(join(directory, '.github/workflows'), { recursive: true });
  writeFileSync(join(directory, '.github/workflows/ci.yml'), WORKFLOW);
  writeFileSync(join(directory, 'committed'), 'what is committed\n');
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: directory });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message', 'test: begin');
  writeFileSync(join(directory, 'not-committed'), '');
});
afterEach(() => rmSync(directory, { recursive: true }));

function run(...args: readonly string[]) {
  const { DATABASE_URL: _, REDIS_URL: __, ...environment } = process.env;
  const { status, stdout, stderr } = spawnSync(SCRIPT, ['--repository', directory, ...args], {
    encoding: 'utf8',
    // Its clones are below it.
    env: { ...environment, TMPDIR: directory, REDIS_URL: 'redis://here' },
  });
  return { status, stdout, stderr };
}

test('runs the commands in a clone, with their variables, up to the first that fails', () => {
  const { status, stdout } = run('shown', 'other');
  expect(status).toBe(1);
  expect(stdout).toContain('\nof the workflow, of the job, of the step\n');
  expect(stdout).toContain('\npostgresql://services redis://here\n');
  expect(stdout).toContain('\nwhat is committed\ncommitted\n-- Advice');
  expect(stdout).toContain('$ echo never said');
  expect(stdout).not.toMatch(/^(?:never said|nor this|the other job)$/m);
  expect(stdout.split('== Job shown HAS FAILED at: Wrong\n')[1]?.replaceAll(/\d+ s/g, 'N s').trimEnd().split('\n')).toEqual([
    '   an action, not run: actions/checkout@v0',
    '   passed in N s: Say',
    '   failed, as it may (7) in N s: Advice',
    '   FAILED (1) in N s: Wrong',
  ]);
  expect(readdirSync(directory).filter((name) => name.startsWith('sendoff-job-'))).toEqual([]);
});

test('leaves out what it is told to, and goes on to the next job', () => {
  const { status, stdout } = run('--except', 'Wrong', 'shown', 'other');
  expect(status).toBe(0);
  expect(stdout).toContain('   left out: Wrong\n');
  expect(stdout).toMatch(/^nor this$/m);
  expect(stdout).toMatch(/^the other job$/m);
});

test('refuses the name of a step or job that there is not', () => {
  expect(run('--except', 'Wrog', 'shown')).toMatchObject({ status: 1, stderr: expect.stringContaining('Wrog') as unknown });
  expect(run('nothing')).toMatchObject({ status: 1, stderr: expect.stringContaining('no job nothing') as unknown });
});

describe('of the pipeline', () => {
  test.each(['build', 'lint', 'test'])('the job %s can be run without GitHub', (name) => {
    const { steps } = readJob(readFileSync(CI, 'utf8'), name);
    expect(steps.filter((step) => 'run' in step).length).toBeGreaterThanOrEqual(2);
  });

  test('a job that only GitHub can run is refused, and not run in part', () => {
    expect(() => readJob(readFileSync(CI, 'utf8'), 'push')).toThrow(/not known here what (?:id|if)/);
  });
});
