import { expect, test } from '@jest/globals';
import { spoken } from './spoken.ts';

test.each([
  ['unknown_user', 'unknown user'],
  ['greylisted', 'greylisted'],
  ['unknown_user: 550 5.1.1 no_such_user', 'unknown user: 550 5.1.1 no_such_user'],
  ['Waits for a slot of the relay smtp_out.', 'Waits for a slot of the relay smtp_out.'],
])('%j is said as %j', (cause, said) => {
  expect(spoken(cause)).toBe(said);
});
