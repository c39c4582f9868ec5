/**
 * Moments in the life of an email, and refusals, that may be watched from outside, as channels of
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

/** How an attempt went, once that is committed. */
export interface RecordedMilestone extends Milestone {
  readonly attempt: number;
  /** As in the ledger. */
  readonly outcome: string;
  /** The relay as `smtp://host:port`; null when none was used. */
  readonly relay: string | null;
  /** What the relay said, or null. */
  readonly replyCode: number | null;
  /** A word for the cause. */
  readonly reason: string;
  /** Where the email stands now. */
  readonly status: string;
  /** When it was first to be sent: its schedule, or when it was accepted. */
  readonly dueAt: Date;
}

/** An attempt to deliver an event to an endpoint. */
export interface WebhookMilestone {
  readonly deliveryId: string;
  readonly endpointId: string;
  /** From 1. */
  readonly attempt: number;
}

/** How such an attempt went, once that is committed. */
export interface RecordedWebhookMilestone extends WebhookMilestone {
  /** As in the ledger. */
  readonly outcome: string;
  /** Milliseconds since it was begun. */
  readonly ms: number;
}

/** Something that was refused before it could do harm. */
export interface RefusalMilestone {
  /** A code of the error table, or what else ended it. */
  readonly cause: string;
}

/** A channel whose messages have one shape. */
export interface MilestoneChannel<Message> extends Pick<Channel, 'hasSubscribers'> {
  publish(message: Message): void;
  subscribe(listener: (message: Message) => void): void;
  unsubscribe(listener: (message: Message) => void): void;
}

const milestone = <Message = Milestone>(name: string) => channel(`sendoff:${name}`) as unknown as MilestoneChannel<Message>;

/** The moments, in their order. */
export const milestones = {
  /** The API has committed the email; no job has been made for it. */
  accepted: milestone('email.accepted'),
  /** The worker has committed the row of the attempt; the network has not been touched. */
  begun: milestone('attempt.begun'),
  /** The message is composed, and a relay is about to be spoken to. */
  handing: milestone('attempt.handing'),
  /** The relay has spoken, or is not to be heard; nothing of it has been written down. */
  ended: milestone('attempt.ended'),
  /** The outcome is committed; the job is not finished. */
  recorded: milestone<RecordedMilestone>('attempt.recorded'),
  /** The worker has nothing more to do with the attempt, whether its outcome could be recorded or not. */
  over: milestone('attempt.over'),
  /** The attempt of a worker that is gone was closed, and that is committed. */
  takenOver: milestone<RecordedMilestone>('attempt.taken_over'),
  /** The row of the attempt to deliver an event is committed; the network has not been touched. */
  webhookBegun: milestone<WebhookMilestone>('webhook.begun'),
  /** The endpoint has answered, or is not to be heard; nothing of it has been written down. */
  webhookEnded: milestone<WebhookMilestone>('webhook.ended'),
  /** What came of it is committed. */
  webhookRecorded: milestone<RecordedWebhookMilestone>('webhook.recorded'),
  /** The API has refused a body or a connection, or given up a client that does not read its answer. */
  refused: milestone<RefusalMilestone>('http.refused'),
} as const;
