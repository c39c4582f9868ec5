import { expect, test } from '@jest/globals';
import { cappedCount, fileSize } from './number.ts';

test('a count above the limit is shown as the limit with a plus sign', () => {
  expect([0, 10_000, 10_001].map((count) => cappedCount(count))).toEqual(['0', '10,000', '10,000+']);
  expect(cappedCount(10_001, 100_000)).toBe('10,001');
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1500, '1.5 KB'],
  [48_213, '48 KB'],
  [40_000_000, '40 MB'],
])('%i octets are %s', (octets, text) => {
  expect(fileSize(octets)).toBe(text);
});
