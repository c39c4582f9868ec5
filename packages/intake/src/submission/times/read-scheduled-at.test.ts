import { describe, expect, test } from '@jest/globals';
import { ERRORS, SendoffError } from '@sendoff/core';
import { readIsoTime } from './read-iso-time.ts';
import { readScheduledAt } from './read-scheduled-at.ts';

/** A Wednesday at half past two in the afternoon. */
const NOW = new Date('2026-08-12T14:30:15.250Z');
/** A time at which half of the time zones of the world are on another day. */
const EARLY = new Date('2026-08-12T02:30:15.250Z');

const read = (text: string, now = NOW) => readScheduledAt(text, now)?.toISOString() ?? null;

function problemOf(text: string): string {
  try {
    return `nothing is wrong: ${String(read(text))}`;
  } catch (error) {
    if (!(error instanceof SendoffError)) throw error;
    expect(ERRORS[error.code]).toMatchObject({ status: 422, name: 'validation_error' });
    return error.message;
  }
}

describe('an English time, relative to now and in UTC', () => {
  test.each([
    ['in 1 min', '2026-08-12T14:31:15.250Z'],
    ['in 1 minute', '2026-08-12T14:31:15.250Z'],
    [' in 10 seconds ', '2026-08-12T14:30:25.250Z'],
    ['in an hour', '2026-08-12T15:30:15.250Z'],
    ['in 1 hour 30 minutes', '2026-08-12T16:00:15.250Z'],
    ['In 2 Days', '2026-08-14T14:30:15.250Z'],
    ['in 30 days', '2026-09-11T14:30:15.250Z'],
    ['tomorrow', '2026-08-13T14:30:15.250Z'],
    ['tomorrow at 9am', '2026-08-13T09:00:00.000Z'],
    ['tomorrow at noon', '2026-08-13T12:00:00.000Z'],
    ['tomorrow at 9am EST', '2026-08-13T14:00:00.000Z'],
    ['tomorrow at 9am UTC+2', '2026-08-13T07:00:00.000Z'],
    ['the day after tomorrow at 9am', '2026-08-14T09:00:00.000Z'],
    ['friday at 5pm', '2026-08-14T17:00:00.000Z'],
    ['next week at 9am', '2026-08-19T09:00:00.000Z'],
    ['August 20 at 10:00', '2026-08-20T10:00:00.000Z'],
    ['August 20', '2026-08-20T12:00:00.000Z'],
    ['Thu, 13 Aug 2026 10:00:00 GMT', '2026-08-13T10:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['9am', '2026-08-13T09:00:00.000Z'],
    ['5pm', '2026-08-12T17:00:00.000Z'],
    ['monday', '2026-08-17T12:00:00.000Z'],
    ['wednesday at 9am', '2026-08-19T09:00:00.000Z'],
  ])('%s is the next one, never the previous one', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['tomorrow at 9am', '2026-08-13T09:00:00.000Z'],
    ['the day after tomorrow', '2026-08-14T02:30:15.250Z'],
    ['monday', '2026-08-17T12:00:00.000Z'],
  ])('%s follows the day in UTC, not that of the machine', (text, expected) => {
    expect(read(text, EARLY)).toBe(expected);
  });
});

describe('ISO 8601', () => {
  test.each([
    ['2026-08-13T10:00:00Z', '2026-08-13T10:00:00.000Z'],
    ['2026-08-13T10:00:00.123Z', '2026-08-13T10:00:00.123Z'],
    ['2026-08-13T10:00:00.123456+00:00', '2026-08-13T10:00:00.123Z'],
    ['2026-08-13T10:00:00+02:00', '2026-08-13T08:00:00.000Z'],
    ['2026-08-13T10:00:00-0530', '2026-08-13T15:30:00.000Z'],
    ['2026-08-13T10:00', '2026-08-13T10:00:00.000Z'],
    ['2026-08-13 10:00:00.674000+00', '2026-08-13T10:00:00.674Z'],
    ['2026-08-13', '2026-08-13T00:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    '2026-02-30T10:00:00Z',
    '2026-13-01',
    '2026-08-13T24:00:00Z',
    '2026-08-13T10:60:00Z',
    '2026-08-13T10:00:60Z',
    '2026-08-13T10:00:00+24:00',
    '2026-08-13T10',
    '2026-08-13T',
    '2026-08-13Z',
    '2026-08-13T10:00.5Z',
    '2026-08-13T10:00:00.Z',
    '20260813T100000Z',
    '1786615215',
    '',
  ])('%j is not a time', (text) => {
    expect(readIsoTime(text)).toBeNull();
  });

  test('a year before 1000 is not read as one of the last century', () => {
    expect(readIsoTime('0026-08-13')?.toISOString()).toBe('0026-08-13T00:00:00.000Z');
  });
});

describe('now', () => {
  test.each(['now', 'in 0 minutes', '2026-08-12T14:30:15.250Z', '2026-08-12T14:30:10.250Z', '2026-08-12T14:30:12Z'])(
    '%s means at once',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  test('a time shortly ahead is kept to the millisecond', () => {
    expect(read('2026-08-12T14:30:15.251Z')).toBe('2026-08-12T14:30:15.251Z');
  });
});

describe('a refused time', () => {
  test.each([
    ['2026-08-12T14:30:10.249Z', '2026-08-12T14:30:10.249Z'],
    ['yesterday', '2026-08-11T14:30:15.250Z'],
    ['2 days ago', '2026-08-10T14:30:15.250Z'],
    ['today at 9am', '2026-08-12T09:00:00.000Z'],
  ])('%s is in the past, and the message contains the parsed time', (text, understood) => {
    expect(problemOf(text)).toBe(
      `The \`scheduled_at\` field must not be in the past; \`${text}\` was understood as ${understood}, ` +
        'and it is now 2026-08-12T14:30:15.250Z.',
    );
  });

  test.each([
    ['2026-09-11T14:30:15.251Z', '2026-09-11T14:30:15.251Z'],
    ['in 31 days', '2026-09-12T14:30:15.250Z'],
    ['August 1', '2027-08-01T12:00:00.000Z'],
  ])('%s is too far ahead', (text, understood) => {
    expect(problemOf(text)).toMatch(/must be at most 30 days ahead/);
    expect(problemOf(text)).toContain(`was understood as ${understood}`);
  });

  test.each([
    'hello',
    '',
    ' ',
    '12',
    '1786615215',
    'in 1 min please',
    'in -5 minutes',
    'tomorrow at 25:00',
    'monday or tuesday',
    'tomorrow 9am to 10am',
    'last friday',
    '08/09/2026',
    'Feb 30',
    'in 99999999999 years',
    '2026-02-30T10:00:00Z',
    'in 1 min\0',
    'in 1 min \ud800',
    'in 1 min'.padEnd(101, ' '),
  ])('%j is not guessed', (text) => {
    expect(problemOf(text)).toMatch(/^The `scheduled_at` field must /);
  });
});
