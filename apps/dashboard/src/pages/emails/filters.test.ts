import { describe, expect, test } from '@jest/globals';
import { isFiltered, isHalfTyped, NO_FILTERS, queryOf, readFilters, writeFilters, type Filters } from './filters.ts';

const NOW = new Date('2026-04-03T12:00:00Z');

const CASES: [string, Filters][] = [
  ['', NO_FILTERS],
  ['status=sent&mode=live', { ...NO_FILTERS, status: 'sent', mode: 'live' }],
  ['status=sent', { ...NO_FILTERS, status: 'sent' }],
  ['subject=Your+invoice&since=day', { ...NO_FILTERS, by: 'subject', value: 'Your invoice', since: 'day' }],
  ['tag=category%3Awelcome&after=1', { ...NO_FILTERS, by: 'tag', value: 'category:welcome', after: '1' }],
  ['since=custom&created_after=2026-04-01T00%3A00%3A00Z', { ...NO_FILTERS, since: 'custom', from: '2026-04-01T00:00:00Z' }],
];

describe('the filters in the URL', () => {
  test.each(CASES)('%s is parsed and written back unchanged', (search, filters) => {
    expect(readFilters(new URLSearchParams(search))).toEqual(filters);
    expect(writeFilters(filters).toString()).toBe(search);
  });

  test('unknown parameters and values are ignored', () => {
    expect(readFilters(new URLSearchParams('status=lost&mode=none&since=ever&x=1'))).toEqual(NO_FILTERS);
  });
});

test('a named range becomes a time in the API query', () => {
  expect(queryOf({ ...NO_FILTERS, since: 'hour', by: 'from', value: 'a@b.example' }, NOW)).toEqual({
    from: 'a@b.example',
    created_after: '2026-04-03T11:00:00.000Z',
  });
  expect(queryOf({ ...NO_FILTERS, from: 'left over', until: 'left over' }, NOW)).toEqual({});
});

test('a page cursor alone is not a filter', () => {
  expect(isFiltered({ ...NO_FILTERS, after: '1' })).toBe(false);
  expect(isFiltered({ ...NO_FILTERS, value: 'x' })).toBe(true);
});

test.each([
  ['to', 'ada', true],
  ['to', 'ada@', true],
  ['from', '@example.com', true],
  ['to', 'Ada <ada', true],
  ['to', 'ada@e', false],
  ['to', 'Ada Lovelace <ada@example.com>', false],
  ['tag', 'category', true],
  ['tag', 'category:', true],
  ['tag', 'category:welcome', false],
  ['subject', 'Y', false],
  ['to', '', false],
] as const)('%s %j is half typed: %s', (by, value, half) => {
  expect(isHalfTyped(by, value)).toBe(half);
});
