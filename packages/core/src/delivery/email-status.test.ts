import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { ATTEMPTABLE, FINAL, TRANSITIONS } from './email-status.ts';

const DRAWING = new URL('../../../../docs/state-machine.md', import.meta.url);

describe('the state machine', () => {
  test('is drawn in the documentation as it is', async () => {
    const drawing = await readFile(DRAWING, 'utf8');
    const drawn = [...drawing.matchAll(/^ {4}(\w+) --> (\w+) :/gm)].map(([, from, to]) => `${String(from)} -> ${String(to)}`);
    const listed = Object.entries(TRANSITIONS).flatMap(([from, followers]) => followers.map((to) => `${from} -> ${to}`));
    expect(drawn.sort()).toEqual(listed.sort());
  });

  test('has every status explained in the documentation', async () => {
    const drawing = await readFile(DRAWING, 'utf8');
    const explained = [...drawing.matchAll(/^\| `(\w+)`/gm)].map(([, status]) => status);
    expect(explained.sort()).toEqual(Object.keys(TRANSITIONS).sort());
  });

  test('lets attempts begin only where an email waits', () => {
    expect([...ATTEMPTABLE].sort()).toEqual(['deferred', 'queued', 'scheduled']);
  });

  test('leads from a final status into an attempt only through a person who queues it', () => {
    for (const status of FINAL) expect(TRANSITIONS[status]).not.toContain('sending');
  });
});
