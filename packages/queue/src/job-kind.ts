/** What a queue carries, apart from the engine that keeps it. */

/** A job as it is put into the queue. */
export interface PackedJob {
  /** What has this id already is not put in again. */
  readonly id: string;
  readonly payload: object;
  /** Milliseconds until it is to be worked on; 0 for at once. */
  readonly delayMs: number;
  /** Jobs with a lower number are taken first, those of one number in the order in which they were made; 0 comes before all. */
  readonly priority: number;
}

/** The jobs of one queue: `Item` is what producers hand in, and `Data` what consumers get. */
export interface JobKind<Data extends object, Item extends Data = Data> {
  /** The name of the queue. */
  readonly queue: string;
  /** The name of its jobs, for people who look inside. */
  readonly name: string;
  /** Makes the jobs for some items, in the form in which this release writes them. */
  readonly pack: (items: readonly Item[]) => readonly PackedJob[];
  /** Reads a job of any release; null when it does not say what it means. */
  readonly read: (payload: unknown) => readonly Data[] | null;
}
