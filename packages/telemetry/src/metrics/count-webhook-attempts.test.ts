import { expect, test } from '@jest/globals';
import { milestones } from '@sendoff/runtime';
import { countWebhookAttempts } from './count-webhook-attempts.ts';
import { openMetrics } from './open-metrics.ts';

test('webhook attempts are counted by outcome and timed until counting stops', async () => {
  const metrics = openMetrics({ app: 'worker', version: '1.2.3' });
  const end = countWebhookAttempts(metrics);
  const attempt = { deliveryId: 'd', endpointId: 'e', attempt: 1 };
  milestones.webhookRecorded.publish({ ...attempt, outcome: 'delivered', ms: 200 });
  milestones.webhookRecorded.publish({ ...attempt, outcome: 'refused', ms: 50 });
  end();
  milestones.webhookRecorded.publish({ ...attempt, outcome: 'delivered', ms: 200 });

  const lines = (await metrics.read()).split('\n');
  expect(lines).toContain('sendoff_webhook_attempts_total{outcome="delivered"} 1');
  expect(lines).toContain('sendoff_webhook_attempts_total{outcome="refused"} 1');
  expect(lines).toContain('sendoff_webhook_attempt_duration_seconds_sum 0.25');
});
