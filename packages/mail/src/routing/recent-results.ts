/** What came of the last deliveries to a relay, by the sender of each. */

/** Results that are looked back on: so many of each sender, and none older than this in milliseconds. */
const RECENT_RESULTS = 20;
const RECENT_MS = 60_000;
/** Trouble counts with so many different receivers, and when it is at least half of what happens. */
const ENOUGH_RECEIVERS = 3;

interface Result {
  readonly at: number;
  /** The receivers with whom there was trouble; null when the relay answered. */
  readonly troubledWith: string | null;
}

/**
 * Tells trouble with a relay from trouble with one receiver, or with the mail of one sender, such as a message at which the
 * relay drops the connection. Each sender has a memory of its own, so nobody drowns the results of others in his own.
 */
export class RecentResults {
  readonly #now: () => number;
  /** The sender with the newest result last. */
  readonly #bySender = new Map<string, Result[]>();

  /** `now` is a clock in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Notes a result: with whom there was trouble, or null for an answer. */
  note(sender: string, troubledWith: string | null): void {
    const results = this.#bySender.get(sender) ?? [];
    results.push({ at: this.#now(), troubledWith });
    if (results.length > RECENT_RESULTS) results.shift();
    this.#bySender.delete(sender);
    this.#bySender.set(sender, results);
    this.#forgetOldSenders();
  }

  /** Whether the relay fails the mail of this sender: with several receivers, and in half of the cases. */
  fails(sender: string): boolean {
    return this.#troubles(sender).size >= ENOUGH_RECEIVERS;
  }

  /**
   * Whether the relay fails mail whoever sends it. There has to be enough evidence without the word of any one sender, and
   * half of the senders have to be in trouble.
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

  /** The receivers with whom mail of this sender met trouble; none where most of its mail was answered. */
  #troubles(sender: string): ReadonlySet<string> {
    const oldest = this.#now() - RECENT_MS;
    const recent = (this.#bySender.get(sender) ?? []).filter(({ at }) => at >= oldest);
    const troubled = recent.flatMap(({ troubledWith }) => troubledWith ?? []);
    // One receiver that hangs is one trouble, however many deliveries it breaks.
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
