import { describe, expect, test } from '@jest/globals';
import { ATTACKS } from './attacks/index.ts';
import { readOptions } from './options.ts';

describe('the command line', () => {
  test('asks for every attack when it says nothing', () => {
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

  test('names attacks, files and seconds', () => {
    const options = readOptions(['--', '--only', 'flood,wrong-keys', '--seconds=3', '--from', 'a.json,b.json', '--write-docs']);
    expect(options).toMatchObject({ seconds: 3, from: ['a.json', 'b.json'], writeDocs: true });
    expect(options.attacks.map(({ name }) => name)).toEqual(['wrong-keys', 'flood']);
  });

  test.each([
    ['an attack that does not exist', ['--only', 'meteor'], /no attack "meteor"; there are: none, wrong-keys, /],
    ['seconds that are no number', ['--seconds', 'x'], /--seconds wants a whole number of at least 1, not "x"/],
    ['no seconds at all', ['--seconds', '0'], /--seconds wants a whole number/],
    ['an unknown option', ['--olny', 'flood'], /olny/],
  ])('refuses %s', (_, args, problem) => {
    expect(() => readOptions(args)).toThrow(problem);
  });
});

test('no two attacks have the same name', () => {
  expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
});
