/**
 * Moments in the life of an email that may be watched from outside, as channels of
 * `node:diagnostics_channel`: for tracing, and for proofs that need a process to end at one of them.
 *
 * A channel nobody has subscribed to costs one comparison. Subscribers are called at once and must
 * not block; what they throw does not reach the publisher.
 */
import { channel, type Channel } from 'node:diagnostics_channel';

/** What every message carries. */
export interface Milestone {
  readonly emailId: string;
  /** The number of the attempt, from 1; absent before there is one. */
  readonly attempt?: number;
}

/** A channel whose messages have one shape. */
interface MilestoneChannel extends Pick<Channel, 'hasSubscribers'> {
  publish(message: Milestone): void;
}

const milestone = (name: string): MilestoneChannel => channel(`sendoff:${name}`);

/** The moments, in their order. */
export const milestones = {
  /** The API has committed the email; no job has been made for it. */
  accepted: milestone('email.accepted'),
  /** The worker has committed the row of the attempt; the network has not been touched. */
  begun: milestone('attempt.begun'),
  /** The relay has spoken, or is not to be heard; nothing of it has been written down. */
  ended: milestone('attempt.ended'),
  /** The outcome is committed; the job is not finished. */
  recorded: milestone('attempt.recorded'),
} as const;
