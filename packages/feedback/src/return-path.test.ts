import { describe, expect, test } from '@jest/globals';
import { openReturnPaths } from './return-path.ts';

const ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
const KEY = 'x'.repeat(32);
const DAY_MS = 86_400_000;
const SENT_AT = Date.UTC(2026, 3, 1, 12);
const pathsAt = (now: number, key = KEY) => openReturnPaths({ domain: 'mail.acme.example', key, wallClock: () => now });
const paths = pathsAt(SENT_AT);

describe('a return path', () => {
  test('yields its email in any letter case', () => {
    const address = paths.addressOf(ID);
    expect(address).toMatch(/^bounce\+[a-z2-7]{45}@mail\.acme\.example$/);
    expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
    for (const written of [address, address.toUpperCase(), address.replace('mail', 'MAIL')]) {
      expect(paths.read(written)).toEqual({ kind: 'email', emailId: ID });
    }
  });

  test('is the same all day, and differs for every email', () => {
    expect(paths.addressOf(ID)).toBe(paths.addressOf(ID));
    expect(paths.addressOf(ID)).not.toBe(paths.addressOf(ID.replace(/b$/, 'c')));
  });

  test('that was made with another key or changed is forged', () => {
    const address = paths.addressOf(ID);
    const other = pathsAt(SENT_AT, 'y'.repeat(32));
    expect(other.read(address)).toEqual({ kind: 'forged' });
    for (let at = 7; at < 52; at += 1) {
      const changed = address.charAt(at) === 'a' ? 'b' : 'a';
      const spoilt = `${address.slice(0, at)}${changed}${address.slice(at + 1)}`;
      // The last letter has a padding bit, so a change of it may have no effect.
      if (at < 51) expect({ at, ...paths.read(spoilt) }).toEqual({ at, kind: 'forged' });
    }
    for (const local of ['bounce+', 'bounce+short', `bounce+${'a'.repeat(46)}`, `bounce+${'1'.repeat(45)}`]) {
      expect(paths.read(`${local}@mail.acme.example`)).toEqual({ kind: 'forged' });
    }
  });

  test('is valid for 30 days after the day of sending, and then expires', () => {
    const address = paths.addressOf(ID);
    expect(pathsAt(SENT_AT + 30 * DAY_MS).read(address)).toEqual({ kind: 'email', emailId: ID });
    expect(pathsAt(SENT_AT + 31 * DAY_MS).read(address)).toEqual({ kind: 'expired' });
    // A server with a slow clock must not refuse a bounce around midnight.
    expect(pathsAt(SENT_AT - DAY_MS).read(address)).toEqual({ kind: 'email', emailId: ID });
    expect(pathsAt(SENT_AT + 31 * DAY_MS, 'y'.repeat(32)).read(address)).toEqual({ kind: 'forged' });
  });

  test('of another domain, or another address of this one, is foreign', () => {
    for (const address of ['ada@mail.acme.example', paths.addressOf(ID).replace('acme', 'acne'), '', 'bounce+x']) {
      expect(paths.read(address)).toEqual({ kind: 'foreign' });
    }
  });
});
