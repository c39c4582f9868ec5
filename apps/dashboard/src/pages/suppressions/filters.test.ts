import { expect, test } from '@jest/globals';
import { isFiltered, readFilters, writeFilters } from './filters.ts';

test('what is written into the address is read from it again', () => {
  const filters = { origin: 'bounce' as const, email: 'ada+1@example.com', after: 'x', before: undefined };
  expect(readFilters(new URLSearchParams(writeFilters(filters).toString()))).toEqual(filters);
});

test('what an address holds that is no filter is ignored', () => {
  const filters = readFilters(new URLSearchParams('origin=toString&page=3'));
  expect(filters).toEqual({ origin: undefined, email: '', after: undefined, before: undefined });
  expect(isFiltered(filters)).toBe(false);
});
