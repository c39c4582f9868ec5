import { describe, expect, test } from '@jest/globals';
import { loadApiEnvironment, loadWorkerEnvironment } from './app-environments.ts';
import { InvalidEnvironment } from './load-environment.ts';

const COMPLETE = {
  DATABASE_URL: 'postgresql://u:p@127.0.0.1:5432/sendoff',
  MAIL_URL: 'smtp://127.0.0.1:1025',
  SECRET_KEY: 'x'.repeat(32),
};

function problemsOf(load: () => unknown): readonly string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof InvalidEnvironment) return error.problems;
    throw error;
  }
  return [];
}

describe('loadEnvironment', () => {
  test('fills in defaults and parses values', () => {
    const environment = loadWorkerEnvironment({ ...COMPLETE, RETRY_SCHEDULE: '500ms, 2s,1h' });
    expect(environment.RETRY_SCHEDULE).toEqual([500, 2000, 3_600_000]);
    expect(environment.WORKER_PORT).toBe(3001);
    expect(environment.REDIS_URL).toBeUndefined();
  });

  test('names every problem at once', () => {
    const problems = problemsOf(() =>
      loadWorkerEnvironment({
        DATABASE_URL: 'mysql://127.0.0.1/x',
        RETRY_SCHEDULE: '1m,5 fortnights',
        WORKER_PORT: '70000',
        IN_DOUBT_POLICY: 'perhaps',
      }),
    );
    expect(problems).toHaveLength(5);
    expect(problems.join('\n')).toMatch(/MAIL_URL is not set/);
    expect(problems.join('\n')).toMatch(/DATABASE_URL begins with mysql: and must begin with postgresql:/);
    expect(problems.join('\n')).toMatch(/RETRY_SCHEDULE holds "5 fortnights"/);
    expect(problems.join('\n')).toMatch(/WORKER_PORT is "70000"/);
    expect(problems.join('\n')).toMatch(/IN_DOUBT_POLICY is "perhaps".*retry, hold/);
  });

  test('an empty variable counts as not set', () => {
    expect(problemsOf(() => loadApiEnvironment({ ...COMPLETE, SECRET_KEY: '' }))).toEqual([
      expect.stringMatching(/^SECRET_KEY is not set/),
    ]);
    expect(loadApiEnvironment({ ...COMPLETE, PORT: '' }).PORT).toBe(3000);
  });

  test('never repeats a secret or a URL that may hold a password', () => {
    const problems = problemsOf(() =>
      loadApiEnvironment({ DATABASE_URL: 'ftp://u:hunter2@h/', SECRET_KEY: 'hunter2', REDIS_URL: 'redis:hunter2@' }),
    );
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).not.toContain('hunter2');
  });

  test('says that a variable needs another one, together with what else is wrong', () => {
    const problems = problemsOf(() =>
      loadWorkerEnvironment({ ...COMPLETE, SECRET_KEY: '', RETURN_PATH_DOMAIN: 'bounces.acme.example', WORKER_PORT: 'x' }),
    );
    expect(problems).toHaveLength(2);
    expect(problems[1]).toMatch(/^SECRET_KEY is not set, and RETURN_PATH_DOMAIN needs it\. /);
    expect(problemsOf(() => loadWorkerEnvironment({ ...COMPLETE, RETURN_PATH_DOMAIN: 'bounces.acme.example' }))).toEqual([]);
    expect(problemsOf(() => loadWorkerEnvironment({ ...COMPLETE, SECRET_KEY: '' }))).toEqual([]);
  });
});
