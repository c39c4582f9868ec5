/** The webhook that a worker sends. */

/** A webhook delivery with a begun attempt. */
export interface WebhookWork {
  /** The id by which the receiver recognizes duplicates. */
  readonly id: string;
  readonly endpointId: string;
  readonly url: string;
  readonly type: string;
  /** The exact body. */
  readonly payload: string;
  /** The valid secrets, newest first. */
  readonly secrets: readonly string[];
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  /** Steps of the retry schedule already used. */
  readonly retryCount: number;
}
