import { expect, test } from '@jest/globals';
import { openDeliverySlots } from './delivery-slots.ts';

test('work that waits for a slot is not begun when the slots close, and running work ends', async () => {
  const slots = openDeliverySlots(1);
  const take = slots.openSource();
  const done: string[] = [];
  let end = (): void => undefined;
  const underWay = take(async () => {
    await new Promise<void>((resolve) => (end = resolve));
    done.push('under way');
  });
  const noting = (name: string) => () => Promise.resolve(void done.push(name));
  const waiting = take(noting('waiting'));
  await new Promise((resolve) => setImmediate(resolve));
  slots.close();
  end();
  expect(await Promise.all([underWay, waiting, take(noting('late'))])).toEqual(['done', 'not_begun', 'not_begun']);
  expect(done).toEqual(['under way']);
});

test('a source with a long backlog does not delay another source', async () => {
  const slots = openDeliverySlots(2);
  const done: string[] = [];
  const work = (name: string) => async () => {
    await new Promise((resolve) => setImmediate(resolve));
    done.push(name);
  };
  const [long, short] = [slots.openSource(), slots.openSource()];
  const all = Array.from({ length: 20 }, (_, n) => long(work(`long ${String(n)}`)));
  await Promise.all([...all, short(work('short'))]);
  // Two hold the slots and two wait first.
  expect(done.indexOf('short')).toBeLessThanOrEqual(4);
});
