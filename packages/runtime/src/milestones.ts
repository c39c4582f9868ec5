/**
 * Milestones in the life of an email, and refusals, published on `node:diagnostics_channel`: for tracing, and for reliability
 * tests that kill a process at one of them.
 *
 * A channel without subscribers costs one comparison. Subscribers are called synchronously and must not block; their errors
 * do not reach the publisher.
 */
import { channel, type Channel } from 'node:diagnostics_channel';

/** The fields of every milestone. */
export interface Milestone {
  readonly emailId: string;
  /** The number of the attempt, from 1; absent before there is one. */
  readonly attempt?: number;
}

/** A committed outcome of an attempt. */
export interface RecordedMilestone extends Milestone {
  readonly attempt: number;
  /** As in the recorded attempt. */
  readonly outcome: string;
  /** The relay as `smtp://host:port`; null when none was used. */
  readonly relay: string | null;
  /** The relay's reply code, if any. */
  readonly replyCode: number | null;
  /** A code for the cause. */
  readonly reason: string;
  /** The new status of the email. */
  readonly status: string;
  /** When it was first due: its scheduled time, or when it was accepted. */
  readonly dueAt: Date;
}

/** A webhook attempt. */
export interface WebhookMilestone {
  readonly deliveryId: string;
  readonly endpointId: string;
  /** From 1. */
  readonly attempt: number;
}

/** A committed outcome of a webhook attempt. */
export interface RecordedWebhookMilestone extends WebhookMilestone {
  /** As in the recorded attempt. */
  readonly outcome: string;
  /** Milliseconds since it was begun. */
  readonly ms: number;
}

/** A refused request or connection. */
export interface RefusalMilestone {
  /** A code of the error table, or another cause. */
  readonly cause: string;
}

/** A channel with typed messages. */
export interface MilestoneChannel<Message> extends Pick<Channel, 'hasSubscribers'> {
  publish(message: Message): void;
  subscribe(listener: (message: Message) => void): void;
  unsubscribe(listener: (message: Message) => void): void;
}

const milestone = <Message = Milestone>(name: string) => channel(`sendoff:${name}`) as unknown as MilestoneChannel<Message>;

/** The milestones in chronological order. */
export const milestones = {
  /** The email is committed but not enqueued yet. */
  accepted: milestone('email.accepted'),
  /** The attempt row is committed; nothing was sent yet. */
  begun: milestone('attempt.begun'),
  /** The message is composed and about to be passed to a relay. */
  handing: milestone('attempt.handing'),
  /** The relay has answered or failed; the outcome is not recorded yet. */
  ended: milestone('attempt.ended'),
  /** The outcome is committed; the job is not finished yet. */
  recorded: milestone<RecordedMilestone>('attempt.recorded'),
  /** The worker is done with the attempt, whether or not its outcome could be recorded. */
  over: milestone('attempt.over'),
  /** The closing of an abandoned attempt is committed. */
  takenOver: milestone<RecordedMilestone>('attempt.taken_over'),
  /** The webhook attempt row is committed; nothing was sent yet. */
  webhookBegun: milestone<WebhookMilestone>('webhook.begun'),
  /** The endpoint has answered or failed; the outcome is not recorded yet. */
  webhookEnded: milestone<WebhookMilestone>('webhook.ended'),
  /** The outcome is committed. */
  webhookRecorded: milestone<RecordedWebhookMilestone>('webhook.recorded'),
  /** The API has refused a request body or a connection, or dropped a client that does not read its response. */
  refused: milestone<RefusalMilestone>('http.refused'),
} as const;
