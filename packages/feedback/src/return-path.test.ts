import { describe, expect, test } from '@jest/globals';
import { openReturnPaths } from './return-path.ts';

const ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b';
const paths = openReturnPaths({ domain: 'mail.acme.example', secretKey: 'x'.repeat(32) });

describe('a return path', () => {
  test('names its email, whatever servers do to its letter case', () => {
    const address = paths.addressOf(ID);
    expect(address).toMatch(/^bounce\+[a-z2-7]{42}@mail\.acme\.example$/);
    expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
    for (const written of [address, address.toUpperCase(), address.replace('mail', 'MAIL')]) {
      expect(paths.read(written)).toEqual({ kind: 'email', emailId: ID });
    }
  });

  test('is the same each time, and another for every email', () => {
    expect(paths.addressOf(ID)).toBe(paths.addressOf(ID));
    expect(paths.addressOf(ID)).not.toBe(paths.addressOf(ID.replace(/b$/, 'c')));
  });

  test('that was made up or changed anywhere is forged', () => {
    const address = paths.addressOf(ID);
    const other = openReturnPaths({ domain: 'mail.acme.example', secretKey: 'y'.repeat(32) });
    expect(other.read(address)).toEqual({ kind: 'forged' });
    for (let at = 7; at < 49; at += 1) {
      const changed = address.charAt(at) === 'a' ? 'b' : 'a';
      const spoilt = `${address.slice(0, at)}${changed}${address.slice(at + 1)}`;
      // The last letter carries two bits of padding; the rest of it still counts.
      if (at < 48) expect({ at, ...paths.read(spoilt) }).toEqual({ at, kind: 'forged' });
    }
    for (const local of ['bounce+', 'bounce+short', `bounce+${'a'.repeat(43)}`, `bounce+${'1'.repeat(42)}`]) {
      expect(paths.read(`${local}@mail.acme.example`)).toEqual({ kind: 'forged' });
    }
  });

  test('of another domain, or another address of this one, is foreign', () => {
    for (const address of ['ada@mail.acme.example', paths.addressOf(ID).replace('acme', 'acne'), '', 'bounce+x']) {
      expect(paths.read(address)).toEqual({ kind: 'foreign' });
    }
  });
});
