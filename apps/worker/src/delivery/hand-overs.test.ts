import { expect, test } from '@jest/globals';
import { openHandOvers } from './hand-overs.ts';

test('a shutdown calls back what is under way, what begins afterwards, and nothing that is over', () => {
  const handOvers = openHandOvers();
  const over = handOvers.begin();
  over.end();
  const underWay = handOvers.begin();
  expect(underWay.signal.aborted).toBe(false);
  handOvers.recall();
  expect(over.signal.aborted).toBe(false);
  expect(underWay.signal.aborted).toBe(true);
  expect(handOvers.begin().signal.aborted).toBe(true);
});
