import { expect, test } from '@jest/globals';
import { InvalidOptions, readOptions } from './options.ts';

test('the defaults are the short parts on both engines in five rounds', () => {
  const { parts, engines, amounts } = readOptions([]);
  expect(parts).toEqual(['accept', 'drain', 'idle', 'attachments']);
  expect(engines).toEqual(['redis', 'postgres']);
  expect(amounts.rounds).toBe(5);
});

test('the order of parts does not depend on the command line', () => {
  expect(readOptions(['--only', 'backlog,accept']).parts).toEqual(['accept', 'backlog']);
});

test.each([[['--only', 'everything']], [['--rounds', '0']], [['--rounds', '1.5']], [['--rows', 'many']], [['--fast']]])(
  '%j is refused',
  (args) => {
    expect(() => readOptions(args)).toThrow(InvalidOptions);
  },
);
