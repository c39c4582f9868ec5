import { describe, expect, test } from '@jest/globals';
import { FAULTS } from './faults/index.ts';
import { readOptions } from './options.ts';

describe('the command line', () => {
  test('selects every fault except the backlog on both engines by default', () => {
    const { faults, ...rest } = readOptions([]);
    expect(rest).toMatchObject({ seeds: [1], emails: 2000, engines: ['redis', 'postgres'], writeDocs: false });
    expect(faults).toEqual(FAULTS.filter(({ name }) => name !== 'backlog'));
  });

  test('selects faults, engines and seeds', () => {
    const options = readOptions(['--', '--faults', 'poison,backlog', '--engines=postgres', '--seeds', '3,5', '--backlog']);
    expect(options).toMatchObject({ engines: ['postgres'], seeds: [3, 5], backlog: 100_000 });
    expect(options.faults.map(({ name }) => name)).toEqual(['poison', 'backlog']);
  });

  test.each([
    ['an unknown fault', ['--faults', 'meteor'], /Unknown fault "meteor". Available: none, worker-killed/],
    ['an unknown engine', ['--engines', 'kafka'], /Unknown engine "kafka"/],
    ['a seed that is not a number', ['--seeds', '1,x'], /--seed must be a whole number/],
    ['too few emails', ['--emails', '0'], /--emails must be a whole number of at least/],
    ['an unknown option', ['--emial', '5'], /emial/],
  ])('rejects %s', (_, args, problem) => {
    expect(() => readOptions(args)).toThrow(problem);
  });
});

test('the names of faults are unique', () => {
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
});
