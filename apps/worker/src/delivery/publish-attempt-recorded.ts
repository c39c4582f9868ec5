import type { Decision } from '@sendoff/core';
import type { MilestoneChannel, RecordedMilestone } from '@sendoff/runtime';
import type { Delivery } from '@sendoff/db';

/** Publishes the outcome of an attempt; call it after the commit. */
export function publishAttemptRecorded(
  channel: MilestoneChannel<RecordedMilestone>,
  { id, attempt, scheduledAt, createdAt }: Pick<Delivery, 'id' | 'attempt' | 'scheduledAt' | 'createdAt'>,
  { record: { outcome, relay, replyCode, reason }, after: { status } }: Decision,
): void {
  if (!channel.hasSubscribers) return;
  channel.publish({ emailId: id, attempt, outcome, relay, replyCode, reason, status, dueAt: scheduledAt ?? createdAt });
}
