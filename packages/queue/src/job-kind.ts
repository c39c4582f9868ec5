/** The content of a queue, independent of the engine. */

/** A job as it is enqueued. */
export interface PackedJob {
  /** A job whose id is already in the queue is ignored. */
  readonly id: string;
  readonly payload: object;
  /** Milliseconds until it is due; 0 for at once. */
  readonly delayMs: number;
  /** Lower numbers are taken first, equal numbers in order of creation; 0 is the highest priority. */
  readonly priority: number;
}

/** The jobs of one queue: producers enqueue `Item`, and consumers get `Data`. */
export interface JobKind<Data extends object, Item extends Data = Data> {
  /** The name of the queue. */
  readonly queue: string;
  /** The name of its jobs, for inspection. */
  readonly name: string;
  /** Creates the jobs for some items, in the payload version of this release. */
  readonly pack: (items: readonly Item[]) => readonly PackedJob[];
  /** Reads a job of any release; null when it is invalid. */
  readonly read: (payload: unknown) => readonly Data[] | null;
}
