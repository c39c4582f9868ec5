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
    // The clones are created in this directory.
    env: { ...environment, TMPDIR: directory, REDIS_URL: 'redis://here' },
  });
  return { status, stdout, stderr };
}

test('the commands run in a clone, with their variables, up to the first that fails', () => {
  const { status, stdout } = run('shown', 'other');
  expect(status).toBe(1);
  expect(stdout).toContain('\nof the workflow, of the job, of the step\n');
  expect(stdout).toContain('\npostgresql://services redis://here\n');
  expect(stdout).toContain('\nwhat is committed\ncommitted\n-- Advice');
  expect(stdout).toContain('$ echo never said');
  expect(stdout).not.toMatch(/^(?:never said|nor this|the other job)$/m);
  expect(stdout.split('== Job shown FAILED at: Wrong\n')[1]?.replaceAll(/\d+ s/g, 'N s').trimEnd().split('\n')).toEqual([
    '   skipped action: actions/checkout@v0',
    '   passed in N s: Say',
    '   failed (allowed) (7) in N s: Advice',
    '   FAILED (1) in N s: Wrong',
  ]);
  expect(readdirSync(directory).filter((name) => name.startsWith('sendoff-job-'))).toEqual([]);
});

test('steps named by --except are skipped, and the next job runs', () => {
  const { status, stdout } = run('--except', 'Wrong', 'shown', 'other');
  expect(status).toBe(0);
  expect(stdout).toContain('   skipped: Wrong\n');
  expect(stdout).toMatch(/^nor this$/m);
  expect(stdout).toMatch(/^the other job$/m);
});

test('an unknown step or job is rejected', () => {
  expect(run('--except', 'Wrog', 'shown')).toMatchObject({ status: 1, stderr: expect.stringContaining('Wrog') as unknown });
  expect(run('nothing')).toMatchObject({ status: 1, stderr: expect.stringContaining('no job "nothing"') as unknown });
});

describe('the CI workflow', () => {
  test.each(['build', 'lint', 'test'])('has a job %s that can run without GitHub', (name) => {
    const { steps } = readJob(readFileSync(CI, 'utf8'), name);
    expect(steps.filter((step) => 'run' in step).length).toBeGreaterThanOrEqual(2);
  });

  test('has a job that depends on GitHub and is rejected as a whole', () => {
    expect(() => readJob(readFileSync(CI, 'utf8'), 'push')).toThrow(/unsupported keys: (?:id|if)/);
  });
});
