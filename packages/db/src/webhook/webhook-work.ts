/** What a worker sends to an endpoint. */

/** A delivery that a worker has taken. */
export interface WebhookWork {
  /** What the receiver tells repeats by. */
  readonly id: string;
  readonly endpointId: string;
  readonly url: string;
  readonly type: string;
  /** Byte for byte. */
  readonly payload: string;
  /** To be signed with: the newest first. */
  readonly secrets: readonly string[];
  /** The number of the attempt that was begun, from 1. */
  readonly attempt: number;
  /** Steps of the schedule used up before. */
  readonly retryCount: number;
}
