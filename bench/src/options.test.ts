import { expect, test } from '@jest/globals';
import { InvalidOptions, readOptions } from './options.ts';

test('without options the short parts are measured on both engines in five rounds', () => {
  const { parts, engines, amounts } = readOptions([]);
  expect(parts).toEqual(['accept', 'drain', 'idle', 'attachments']);
  expect(engines).toEqual(['redis', 'postgres']);
  expect(amounts.rounds).toBe(5);
});

test('parts are measured in one order, however they are named', () => {
  expect(readOptions(['--only', 'backlog,accept']).parts).toEqual(['accept', 'backlog']);
});

test.each([[['--only', 'everything']], [['--rounds', '0']], [['--rounds', '1.5']], [['--rows', 'many']], [['--fast']]])(
  '%j is refused',
  (args) => {
    expect(() => readOptions(args)).toThrow(InvalidOptions);
  },
);
