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

test('the curl line contains the key at the first start', () => {
  expect(banner(FACTS)).toContain(
    `curl -sS http://127.0.0.1:3000/emails -H 'Authorization: Bearer re_so_live_secret' -H 'Content-Type: application/json' -d '{"from":"Acme <hello@acme.example>","to":"you@example.com","subject":"Hello from Sendoff","text":"It works."}'`,
  );
  expect(banner(FACTS)).toContain('shown only now');
});

test('the curl line uses a shell variable at later starts, and the banner says how to create a key', () => {
  const text = banner({ ...FACTS, newKey: undefined });
  expect(text).toContain('-H "Authorization: Bearer $SENDOFF_KEY"');
  expect(text).toMatch(/(?:npx -y pnpm@12|pnpm) sendoff keys create NAME$/m);
});

test('the banner lists the address of every service', () => {
  expect(banner(FACTS)).toContain('.sendoff/postgres (embedded PostgreSQL)');
  expect(banner(FACTS)).toMatch(/Dashboard +http:\/\/127\.0\.0\.1:3000\/dashboard\/sign-in#token\n/);
  const real = banner({ ...FACTS, dataDirectory: undefined, inboxUrl: undefined, queue: 'Redis' });
  expect(real).toContain('the PostgreSQL of DATABASE_URL');
  expect(real).toContain('BullMQ on Redis');
  expect(real).not.toContain('1080');
});

test('links point to an address that this machine can reach', () => {
  expect(localUrl('0.0.0.0', 3000)).toBe('http://127.0.0.1:3000');
  expect(localUrl('::', 3000)).toBe('http://[::1]:3000');
});
