/** What a queue carries, apart from the engine that keeps it. */

/** The jobs of one queue. */
export interface JobKind<Data extends object> {
  /** The name of the queue. */
  readonly queue: string;
  /** The name of its jobs, for people who look inside. */
  readonly name: string;
  /** The id of a job. What is to be looked at once has one id, so that enqueueing it again changes nothing. */
  readonly idOf: (job: Data & { readonly delayMs?: number }) => string;
  /** The form in which this release writes a job. */
  readonly write: (data: Data) => object;
  /** Reads a job of any release; null when it does not say what it means. */
  readonly read: (payload: unknown) => Data | null;
}
