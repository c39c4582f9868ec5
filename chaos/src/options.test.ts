import { describe, expect, test } from '@jest/globals';
import { FAULTS } from './faults/index.ts';
import { readOptions } from './options.ts';

describe('the command line', () => {
  test('asks for every row on both engines when it says nothing, but for the backlog', () => {
    const { faults, ...rest } = readOptions([]);
    expect(rest).toMatchObject({ seeds: [1], emails: 2000, engines: ['redis', 'postgres'], writeDocs: false });
    expect(faults).toEqual(FAULTS.filter(({ name }) => name !== 'backlog'));
  });

  test('names rows, engines and seeds', () => {
    const options = readOptions(['--', '--faults', 'poison,backlog', '--engines=postgres', '--seeds', '3,5', '--backlog']);
    expect(options).toMatchObject({ engines: ['postgres'], seeds: [3, 5], backlog: 100_000 });
    expect(options.faults.map(({ name }) => name)).toEqual(['poison', 'backlog']);
  });

  test.each([
    ['a fault that does not exist', ['--faults', 'meteor'], /no fault "meteor"; there are: none, worker-killed/],
    ['an engine that does not exist', ['--engines', 'kafka'], /no engine "kafka"/],
    ['a seed that is no number', ['--seeds', '1,x'], /--seed wants a whole number/],
    ['too few emails', ['--emails', '0'], /--emails wants a whole number of at least/],
    ['an unknown option', ['--emial', '5'], /emial/],
  ])('refuses %s', (_, args, problem) => {
    expect(() => readOptions(args)).toThrow(problem);
  });
});

test('no two rows have the same name', () => {
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
});
