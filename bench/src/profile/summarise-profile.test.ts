import { expect, test } from '@jest/globals';
import { summariseProfile, type CpuProfile } from './summarise-profile.ts';

const frame = (functionName: string, url: string) => ({ functionName, url, lineNumber: 0 });

const PROFILE: CpuProfile = {
  nodes: [
    { id: 1, callFrame: frame('(root)', ''), children: [2, 3, 6] },
    { id: 2, callFrame: frame('(idle)', '') },
    { id: 3, callFrame: frame('send', 'file:///repo/node_modules/.pnpm/pg@8/node_modules/pg/lib/client.js'), children: [4] },
    { id: 4, callFrame: frame('write', 'node:internal/streams/writable'), children: [5] },
    { id: 5, callFrame: frame('writev', '') },
    { id: 6, callFrame: frame('accept', 'file:///repo/packages/db/dist/accept.js') },
  ],
  samples: [2, 3, 5, 4, 6],
  timeDeltas: [900, 10, 20, 10, 60],
};

test('idle time does not count, and packages are named without their path in node_modules', () => {
  const { busySeconds, packages } = summariseProfile(PROFILE, '/repo');
  expect(busySeconds).toBeCloseTo(0.0001);
  expect(packages).toEqual([
    { name: 'packages/db', percent: 60 },
    { name: 'writev', percent: 20 },
    { name: 'pg', percent: 10 },
    { name: 'node:internal/streams', percent: 10 },
  ]);
});

test('the time of Node.js itself is attributed to the package that called it', () => {
  expect(summariseProfile(PROFILE, '/repo').charged).toEqual([
    { name: 'packages/db', percent: 60 },
    { name: 'pg', percent: 40 },
  ]);
});
