import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gatherOctets } from './gather-octets.ts';

test('the joined bytes equal the added bytes, whatever the chunk sizes', () => {
  const lengths = fc.array(fc.oneof(fc.nat(5), fc.integer({ min: 4000, max: 140_000 })), { maxLength: 8 });
  fc.assert(
    fc.property(lengths, (pieces) => {
      const octets = gatherOctets();
      const added = pieces.map((length, index) => Buffer.alloc(length, index + 1));
      for (const piece of added) octets.add(piece);
      const all = Buffer.concat(added);
      expect(octets.count()).toBe(all.length);
      expect(octets.join().equals(all)).toBe(true);
      expect(octets.count()).toBe(0);
      expect(octets.join()).toHaveLength(0);
    }),
    { numRuns: 50 },
  );
});
