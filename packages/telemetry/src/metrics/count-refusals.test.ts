import { milestones } from '@sendoff/runtime';
import { expect, test } from '@jest/globals';
import { countRefusals } from './count-refusals.ts';
import { openMetrics } from './open-metrics.ts';

test('refusals are counted by cause until counting stops', async () => {
  const metrics = openMetrics({ app: 'api', version: '1.2.3' });
  const end = countRefusals(metrics);
  for (const cause of ['body_too_slow', 'body_too_slow', 'too_many_connections']) milestones.refused.publish({ cause });
  end();
  milestones.refused.publish({ cause: 'body_too_slow' });
  const text = await metrics.read();
  expect(text).toContain('sendoff_http_refusals_total{cause="body_too_slow"} 2');
  expect(text).toContain('sendoff_http_refusals_total{cause="too_many_connections"} 1');
});
