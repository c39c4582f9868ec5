import { expect, test } from '@jest/globals';
import { isFiltered, readFilters, writeFilters } from './filters.ts';

test('filters written to the URL are parsed back unchanged', () => {
  const filters = { origin: 'bounce' as const, email: 'ada+1@example.com', after: 'x', before: undefined };
  expect(readFilters(new URLSearchParams(writeFilters(filters).toString()))).toEqual(filters);
});

test('unknown parameters and values in the URL are ignored', () => {
  const filters = readFilters(new URLSearchParams('origin=toString&page=3'));
  expect(filters).toEqual({ origin: undefined, email: '', after: undefined, before: undefined });
  expect(isFiltered(filters)).toBe(false);
});
