import type { MilestoneChannel, RecordedMilestone } from '@sendoff/runtime';
import type { Delivery } from '@sendoff/db';
import type { Decision } from './decide-outcome.ts';

/** Tells whoever watches how an attempt went, once that is committed. */
export function noteRecorded(
  channel: MilestoneChannel<RecordedMilestone>,
  { id, attempt, scheduledAt, createdAt }: Pick<Delivery, 'id' | 'attempt' | 'scheduledAt' | 'createdAt'>,
  { result: { outcome, relay, replyCode, reason }, after: { status } }: Decision,
): void {
  if (!channel.hasSubscribers) return;
  channel.publish({ emailId: id, attempt, outcome, relay, replyCode, reason, status, dueAt: scheduledAt ?? createdAt });
}
