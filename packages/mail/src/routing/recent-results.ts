/** The recent results of deliveries to a relay, by sender. */

/** Most results considered per sender, and their maximum age in milliseconds. */
const RECENT_RESULTS = 20;
const RECENT_MS = 60_000;
/** Failures count when they occur with this many different receivers and are at least half of the results. */
const ENOUGH_RECEIVERS = 3;

interface Result {
  readonly at: number;
  /** The receivers of a failed delivery; null when the relay answered. */
  readonly troubledWith: string | null;
}

/**
 * Distinguishes failures of a relay from failures with one receiver or with the mail of one sender, such as a message at which
 * the relay drops the connection. Results are kept per sender, so that no sender can displace the results of others.
 */
export class RecentResults {
  readonly #now: () => number;
  /** Ordered by newest result, the most recent sender last. */
  readonly #bySender = new Map<string, Result[]>();

  /** `now` is a clock in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Records a result: the receivers of a failure, or null for an answer. */
  note(sender: string, troubledWith: string | null): void {
    const results = this.#bySender.get(sender) ?? [];
    results.push({ at: this.#now(), troubledWith });
    if (results.length > RECENT_RESULTS) results.shift();
    this.#bySender.delete(sender);
    this.#bySender.set(sender, results);
    this.#forgetOldSenders();
  }

  /** Whether the relay fails for this sender: with several receivers, and in at least half of the results. */
  fails(sender: string): boolean {
    return this.#troubles(sender).size >= ENOUGH_RECEIVERS;
  }

  /**
   * Whether the relay fails for all mail: at least half of the senders have failures, and the evidence is sufficient without
   * any single sender.
   */
  failsAll(): boolean {
    this.#forgetOldSenders();
    const troubles = [...this.#bySender.keys()].map((sender) => this.#troubles(sender)).filter(({ size }) => size > 0);
    if (troubles.length < 2 || troubles.length * 2 < this.#bySender.size) return false;
    const [, ...others] = troubles.sort((a, b) => b.size - a.size);
    return new Set(others.flatMap((receivers) => [...receivers])).size >= ENOUGH_RECEIVERS;
  }

  forget(): void {
    this.#bySender.clear();
  }

  /** The receivers with failures for this sender; none if most of its mail was answered. */
  #troubles(sender: string): ReadonlySet<string> {
    const oldest = this.#now() - RECENT_MS;
    const recent = (this.#bySender.get(sender) ?? []).filter(({ at }) => at >= oldest);
    const troubled = recent.flatMap(({ troubledWith }) => troubledWith ?? []);
    // An unresponsive receiver counts once, regardless of the number of failed deliveries.
    return troubled.length * 2 >= recent.length ? new Set(troubled) : NONE;
  }

  #forgetOldSenders(): void {
    const oldest = this.#now() - RECENT_MS;
    for (const [sender, results] of this.#bySender) {
      if ((results.at(-1)?.at ?? 0) >= oldest) break;
      this.#bySender.delete(sender);
    }
  }
}

const NONE: ReadonlySet<string> = new Set();
