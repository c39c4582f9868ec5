import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openDownloadLine } from './download-line.ts';

const open = (limits = {}) => openDownloadLine({ resource: 'test', bytes: 10, patienceMs: 10_000, waiting: 100, ...limits });

let keys = 0;
const newKey = (): string => String((keys += 1));

/** A download that has come, of a key of its own unless one is given; `verdict` is null while it waits. */
function come(line: ReturnType<typeof open>, bytes: number, key = newKey()) {
  const response = new PassThrough();
  const download = { verdict: null as string | null, end: () => response.destroy() };
  void line.enter(response, key, bytes).then((verdict) => (download.verdict = verdict));
  return download;
}

async function verdicts(downloads: readonly { readonly verdict: string | null }[]) {
  await setImmediate();
  await setImmediate();
  return downloads.map(({ verdict }) => verdict);
}

test('many small ones go together; what does not fit waits for its turn, in the order of coming', async () => {
  const line = open();
  const small = Array.from({ length: 9 }, () => come(line, 1));
  const [large, late] = [come(line, 4), come(line, 1)];
  expect(await verdicts([...small, large, late])).toEqual([...Array<string>(9).fill('go'), null, null]);
  for (const one of small.slice(0, 3)) one.end();
  expect(await verdicts([large, late])).toEqual(['go', null]);
  large.end();
  expect(await verdicts([late])).toEqual(['go']);
});

test('one that is larger than the limit goes alone', async () => {
  const line = open();
  const [first, huge, last] = [come(line, 1), come(line, 50), come(line, 1)];
  expect(await verdicts([first, huge, last])).toEqual(['go', null, null]);
  first.end();
  expect(await verdicts([huge, last])).toEqual(['go', null]);
  huge.end();
  expect(await verdicts([last])).toEqual(['go']);
});

test('who goes away while waiting gives up the place, and holds nothing', async () => {
  const line = open();
  const [first, gone, last] = [come(line, 8), come(line, 5), come(line, 2)];
  expect(await verdicts([first, gone, last])).toEqual(['go', null, null]);
  gone.end();
  expect(await verdicts([gone, last])).toEqual(['full', 'go']);
  first.end();
  last.end();
  expect(await verdicts([come(line, 10)])).toEqual(['go']);
});

test('a key that has much under way waits, and lets another one pass', async () => {
  const line = open({ waiting: 4 });
  const [first, second] = [come(line, 7, 'a'), come(line, 2, 'a')];
  const [other, third, fourth] = [come(line, 2, 'b'), come(line, 1, 'a'), come(line, 1, 'a')];
  // Half of those that may wait are of one key.
  expect(await verdicts([first, second, other, third, fourth])).toEqual(['go', null, 'go', null, 'full']);
  first.end();
  expect(await verdicts([second])).toEqual(['go']);
});

test('a download that comes while too many wait is refused at once', async () => {
  const line = open({ waiting: 1 });
  const [first, waiting, refused] = [come(line, 10), come(line, 1), come(line, 1)];
  expect(await verdicts([first, waiting, refused])).toEqual(['go', null, 'full']);
});

test('a download whose turn does not come in time is refused', async () => {
  const line = open({ patienceMs: 20 });
  expect(await verdicts([come(line, 10)])).toEqual(['go']);
  expect(await line.enter(new PassThrough(), newKey(), 1)).toBe('full');
});
