import { expect, test } from '@jest/globals';
import type { Attempt, EmailEvent } from '../../api/types.ts';
import { timelineOf } from './timeline.ts';

const event = (number: number, created_at: string, attempt: number | null): EmailEvent => ({
  number,
  type: 'queued',
  created_at,
  attempt,
  reason: null,
  reply: null,
  recipient: null,
  cause: null,
});
const attempt = (number: number, started_at: string): Attempt => ({
  number,
  started_at,
  finished_at: null,
  outcome: null,
  reason: null,
  relay: null,
  remote_address: null,
  provider_message_id: null,
  tls_version: null,
  worker: 'w',
  reply: null,
  message: null,
  skipped_relays: [],
  recipients: [],
});

test('events are listed by time, with those of an attempt grouped under it', () => {
  const steps = timelineOf(
    [event(1, '2026-04-03 10:00:00+00', null), event(2, '2026-04-03 10:00:02+00', 1), event(3, '2026-04-03 11:00:00+00', null)],
    [attempt(2, '2026-04-03 12:00:00+00'), attempt(1, '2026-04-03 10:00:01+00')],
  );
  expect(
    steps.map((step) =>
      step.kind === 'event' ? step.event.number : [step.attempt.number, step.events.map(({ number }) => number)],
    ),
  ).toEqual([1, [1, [2]], 3, [2, []]]);
});

test('an event whose attempt is not loaded yet is listed', () => {
  expect(timelineOf([event(1, '2026-04-03 10:00:00+00', 7)], [])).toHaveLength(1);
});
