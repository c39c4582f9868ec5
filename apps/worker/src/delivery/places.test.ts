import { expect, test } from '@jest/globals';
import { openPlaces } from './places.ts';

test('once the places are closed, what waits for one is not begun, and what is under way ends', async () => {
  const places = openPlaces(1);
  const done: string[] = [];
  let end = (): void => undefined;
  const underWay = places.take(async () => {
    await new Promise<void>((resolve) => (end = resolve));
    done.push('under way');
  });
  const noting = (name: string) => () => Promise.resolve(void done.push(name));
  const waiting = places.take(noting('waiting'));
  await Promise.resolve();
  places.close();
  end();
  await Promise.all([underWay, waiting, places.take(noting('late'))]);
  expect(done).toEqual(['under way']);
});
