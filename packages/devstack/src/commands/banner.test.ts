import { expect, test } from '@jest/globals';
import { banner, localUrl, type BannerFacts } from './banner.ts';

const FACTS: BannerFacts = {
  root: '/repository',
  apiUrl: 'http://127.0.0.1:3000',
  signInUrl: 'http://127.0.0.1:3000/dashboard/sign-in#token',
  submission: '127.0.0.1:2587',
  inboxUrl: 'http://127.0.0.1:1080',
  dataDirectory: '/repository/.sendoff/postgres',
  queue: 'PostgreSQL',
  newKey: 're_so_live_secret',
};

test('the first time, the curl line holds the key', () => {
  expect(banner(FACTS)).toContain(
    `curl -sS http://127.0.0.1:3000/emails -H 'Authorization: Bearer re_so_live_secret' -H 'Content-Type: application/json' -d '{"from":"Acme <hello@acme.example>","to":"you@example.com","subject":"Hello from Sendoff","text":"It works."}'`,
  );
  expect(banner(FACTS)).toContain('shown only now');
});

test('later, it leaves the key to the shell and says how to make another', () => {
  const text = banner({ ...FACTS, newKey: undefined });
  expect(text).toContain('-H "Authorization: Bearer $SENDOFF_KEY"');
  expect(text).toMatch(/(?:npx -y pnpm@12|pnpm) sendoff keys create NAME$/m);
});

test('says where everything is', () => {
  expect(banner(FACTS)).toContain('.sendoff/postgres (embedded PostgreSQL)');
  expect(banner(FACTS)).toMatch(/Dashboard +http:\/\/127\.0\.0\.1:3000\/dashboard\/sign-in#token\n/);
  const real = banner({ ...FACTS, dataDirectory: undefined, inboxUrl: undefined, queue: 'Redis' });
  expect(real).toContain('the PostgreSQL of DATABASE_URL');
  expect(real).toContain('BullMQ on Redis');
  expect(real).not.toContain('1080');
});

test('links lead to an address that this machine can reach', () => {
  expect(localUrl('0.0.0.0', 3000)).toBe('http://127.0.0.1:3000');
  expect(localUrl('::', 3000)).toBe('http://[::1]:3000');
});
