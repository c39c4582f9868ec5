import { describe, expect, test } from '@jest/globals';
import { ATTACKS } from './attacks/index.ts';
import { readOptions } from './options.ts';

describe('the command line', () => {
  test('selects every attack by default', () => {
    expect(readOptions([])).toEqual({
      attacks: ATTACKS,
      seconds: 12,
      json: undefined,
      from: undefined,
      writeDocs: false,
      list: false,
      help: false,
    });
  });

  test('selects attacks, files and seconds', () => {
    const options = readOptions(['--', '--only', 'flood,wrong-keys', '--seconds=3', '--from', 'a.json,b.json', '--write-docs']);
    expect(options).toMatchObject({ seconds: 3, from: ['a.json', 'b.json'], writeDocs: true });
    expect(options.attacks.map(({ name }) => name)).toEqual(['wrong-keys', 'flood']);
  });

  test.each([
    ['an unknown attack', ['--only', 'meteor'], /Unknown attack "meteor". Available: none, wrong-keys, /],
    ['seconds that are not a number', ['--seconds', 'x'], /--seconds must be a whole number of at least 1, not "x"/],
    ['zero seconds', ['--seconds', '0'], /--seconds must be a whole number/],
    ['an unknown option', ['--olny', 'flood'], /olny/],
  ])('rejects %s', (_, args, problem) => {
    expect(() => readOptions(args)).toThrow(problem);
  });
});

test('the names of attacks are unique', () => {
  expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
});
