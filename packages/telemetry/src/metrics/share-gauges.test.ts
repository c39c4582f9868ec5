import { expect, test } from '@jest/globals';
import { openFairBudget, openFairLimiter } from '@sendoff/runtime';
import { openMetrics } from './open-metrics.ts';

test('a scrape lists what each key holds and waits for, and sums the keys beyond twenty', async () => {
  const metrics = openMetrics({ app: 'api', version: '0' });
  const bytes = openFairBudget(1_000_000, { resource: 'bytes' });
  for (let n = 0; n < 25; n += 1) bytes.take(`key-${String(n)}`, 100 - n);
  const places = openFairLimiter({ resource: 'places', total: 1 });
  await places.acquire('a');
  void places.acquire('b');

  const text = await metrics.read();
  expect(text).toContain('sendoff_shared_held{resource="bytes",key="key-0"} 100\n');
  expect(text).toContain('sendoff_shared_held{resource="bytes",key="key-19"} 81\n');
  expect(text).not.toContain('key-20');
  expect(text).toContain(`sendoff_shared_held{resource="bytes",key="others"} ${String(80 + 79 + 78 + 77 + 76)}\n`);
  expect(text).toContain('sendoff_shared_held{resource="places",key="a"} 1\n');
  expect(text).toContain('sendoff_shared_waiting{resource="places",key="b"} 1\n');
  expect(text).not.toContain('sendoff_shared_waiting{resource="bytes"');

  bytes.giveBack('key-0', 100);
  expect(await metrics.read()).not.toContain('"key-0"');
});
