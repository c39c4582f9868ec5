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

  test('reports every problem at once', () => {
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
    expect(problems.join('\n')).toMatch(/RETRY_SCHEDULE contains "5 fortnights"/);
    expect(problems.join('\n')).toMatch(/WORKER_PORT is "70000"/);
    expect(problems.join('\n')).toMatch(/IN_DOUBT_POLICY is "perhaps".*retry, hold/);
  });

  test('an empty variable counts as not set', () => {
    expect(problemsOf(() => loadApiEnvironment({ ...COMPLETE, SECRET_KEY: '' }))).toEqual([
      expect.stringMatching(/^SECRET_KEY is not set/),
    ]);
    expect(loadApiEnvironment({ ...COMPLETE, PORT: '' }).PORT).toBe(3000);
  });

  test('never repeats a secret or a URL that may contain a password', () => {
    const problems = problemsOf(() =>
      loadApiEnvironment({ DATABASE_URL: 'ftp://u:hunter2@h/', SECRET_KEY: 'hunter2', REDIS_URL: 'redis:hunter2@' }),
    );
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).not.toContain('hunter2');
  });

  test('reports a variable that requires another one together with other problems', () => {
    const problems = problemsOf(() =>
      loadWorkerEnvironment({ ...COMPLETE, SECRET_KEY: '', RETURN_PATH_DOMAIN: 'bounces.acme.example', WORKER_PORT: 'x' }),
    );
    expect(problems).toHaveLength(2);
    expect(problems[1]).toMatch(/^RETURN_PATH_KEY is not set, and RETURN_PATH_DOMAIN needs it, or SECRET_KEY instead\. /);
    const domain = { RETURN_PATH_DOMAIN: 'bounces.acme.example' };
    expect(problemsOf(() => loadWorkerEnvironment({ ...COMPLETE, ...domain }))).toEqual([]);
    expect(
      problemsOf(() => loadWorkerEnvironment({ ...COMPLETE, ...domain, SECRET_KEY: '', RETURN_PATH_KEY: 'k'.repeat(32) })),
    ).toEqual([]);
    expect(problemsOf(() => loadWorkerEnvironment({ ...COMPLETE, SECRET_KEY: '' }))).toEqual([]);
  });

  describe.each([
    ['DATABASE_URL', (secret: string) => `postgresql://app:${secret}@db.example:5432/sendoff`],
    ['REDIS_URL', (secret: string) => `redis://:${secret}@cache.example:6379`],
    ['MAIL_URL', (secret: string) => `smtp://127.0.0.1:25, smtp://app:${secret}@relay.example:587?rate=10/s`],
  ])('a password in %s', (name, urlWith) => {
    test.each(['hunter/2', '12/hunter', '/hunter', 'hunter/', 'hunter?2', '12?hunter', 'hunter#2', '12#hunter', 'h@nter/2'])(
      'that is %s must be percent-encoded, and is not repeated',
      (secret) => {
        const problems = problemsOf(() => loadWorkerEnvironment({ ...COMPLETE, [name]: urlWith(secret) }));
        expect(problems).toEqual([
          `${name} has a user name or password with a character that must be percent-encoded in a URL; ` +
            'write / as %2F, ? as %3F, # as %23, a comma as %2C, @ as %40 and % as %25.',
        ]);
      },
    );

    test.each(['hunter%2', '%', '100%zz', 'caf%e9'])(
      'with a %% that encodes nothing, such as %s, must be percent-encoded',
      (secret) => {
        const problems = problemsOf(() => loadWorkerEnvironment({ ...COMPLETE, [name]: urlWith(secret) }));
        expect(problems).toEqual([expect.stringMatching(/^\w+_URL has a user name or password .* % as %25\.$/)]);
        expect(problems[0]).toMatch(name);
      },
    );

    test.each(['h@nter', ":;!$&'()*+=[]<>|^{}~`\\", encodeURIComponent('/?#,@%:')])('may contain %s', (secret) => {
      expect(problemsOf(() => loadWorkerEnvironment({ ...COMPLETE, [name]: urlWith(secret) }))).toEqual([]);
    });
  });

  test('a comma in a password of MAIL_URL is distinguished from one between two URLs', () => {
    const load = (url: string) => loadWorkerEnvironment({ ...COMPLETE, MAIL_URL: url });
    for (const url of ['smtp://app:hun,ter@a.example', 'smtp://b.example,smtp://app:h,u,n@a.example,smtp://c.example']) {
      expect(problemsOf(() => load(url))).toEqual([
        expect.stringMatching(/^MAIL_URL has a user name or password .* comma as %2C/),
      ]);
    }
    expect(load(' smtp://a:b@a.example , smtps://c.example, ').MAIL_URL).toEqual(['smtp://a:b@a.example', 'smtps://c.example']);
    expect(problemsOf(() => load('smtp://a:b@a.example,c.example'))).toEqual([expect.stringMatching(/^MAIL_URL is not a URL/)]);
  });

  test.each([
    'postgresql://app:pw@db.example/sendoff?application_name=send@off',
    'postgresql://db.example:5432/sendoff?application_name=send@off',
    'postgresql://[::1]:5432/sendoff?options=-c%20a=b@c',
    'postgresql://db.example/sendoff',
  ])('an @ in a URL option is allowed: %s', (url) => {
    expect(loadWorkerEnvironment({ ...COMPLETE, DATABASE_URL: url }).DATABASE_URL).toBe(url);
  });

  test('a check of another package receives the other values', () => {
    const check = (urls: string[], { MAIL_USERNAME }: { MAIL_USERNAME?: string }) => `${String(urls)} ${String(MAIL_USERNAME)}`;
    const load = () => loadWorkerEnvironment({ ...COMPLETE, MAIL_USERNAME: 'me' }, { MAIL_URL: check });
    expect(problemsOf(load)).toEqual(['MAIL_URL smtp://127.0.0.1:1025 me.']);
  });
});
