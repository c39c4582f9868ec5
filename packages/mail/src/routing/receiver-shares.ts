/** Shares the connections of one relay between recipient domains, or between senders. */

/** A delivery's hold on a connection. */
export interface HeldShare {
  /** The message is being sent: starts measuring the time. */
  readonly started: () => void;
  /** Ends the hold; `answered` when the relay replied for the recipients. */
  readonly end: (how: 'answered' | 'otherwise') => void;
}

/** How to reclaim a connection when others need it. */
export interface Reclaim {
  readonly reclaim: () => void;
  /** False once the content may have been sent. */
  readonly mayReclaim: () => boolean;
}

/** A receiver that gets no further connection. */
export interface FullShare {
  /** The domain or the sender. */
  readonly name: string;
  readonly held: number;
  /** Since when it has owed an answer, in milliseconds by the clock; null when it is not slow. */
  readonly slowSince: number | null;
}

/** Age in milliseconds at which a running delivery is overdue; higher when the relay is slow with all receivers. */
const OVERDUE_MS = { least: 5000, most: 30_000, timesTypical: 4 } as const;
/** How long a receiver counts as slow or quick after the last evidence. */
const REMEMBERED_MS = 60_000;
const MAX_SAMPLE_MS = 10_000;
const SMOOTHING = 0.1;

interface Receiver {
  held: number;
  quickAt: number;
  slow: { readonly since: number; until: number } | null;
  touchedAt: number;
}

interface Delivery extends Reclaim {
  readonly domains: readonly string[];
  startedAt: number;
}

/**
 * Shares `slots` connections.
 *
 * One domain never gets all of them: a fifth stays free for others, because any receiver may stop answering, and a message
 * whose final dot was sent cannot be aborted. A domain that has not answered quickly of late gets at most a fifth.
 */
export class ReceiverShares {
  readonly #now: () => number;
  readonly #blameOnlySilence: boolean;
  readonly #reserve: number;
  readonly #most: number;
  readonly #receivers = new Map<string, Receiver>();
  /** Deliveries whose message is being sent, oldest first. */
  readonly #started = new Set<Delivery>();
  readonly #slow = new Set<string>();
  #typicalMs = 0;

  /**
   * @param options.blame which receivers of an overdue delivery count as slow. `each`: the receiver, if it is the only one of
   *   the message. `silence`: only one for which nothing else was answered meanwhile; used for senders, whose mail goes to many
   *   receivers.
   */
  constructor(slots: number, now: () => number, { blame }: { readonly blame: 'each' | 'silence' } = { blame: 'each' }) {
    this.#now = now;
    this.#blameOnlySilence = blame === 'silence';
    this.#reserve = Math.max(1, Math.floor(slots / 5));
    this.#most = Math.max(1, slots - this.#reserve);
  }

  /** The first of `domains` that has used up its share; null when there is none. */
  full(domains: readonly string[]): FullShare | null {
    this.#refresh();
    for (const domain of domains) {
      const receiver = this.#receivers.get(domain);
      if (receiver !== undefined && receiver.held >= this.#share(receiver)) {
        return { name: domain, held: receiver.held, slowSince: receiver.slow?.since ?? null };
      }
    }
    return null;
  }

  /** The slow receivers that have used up their share. Cheap while no receiver is slow. */
  blocked(): FullShare[] {
    this.#refresh();
    return this.#slow.size === 0 ? [] : [...this.#slow].flatMap((domain) => this.full([domain]) ?? []);
  }

  /** Assigns a connection to a delivery. */
  enter(domains: readonly string[], reclaim: Reclaim): HeldShare {
    for (const domain of domains) this.#touch(domain).held += 1;
    const delivery: Delivery = { domains, ...reclaim, startedAt: Infinity };
    return {
      started: () => {
        if (delivery.startedAt !== Infinity) return;
        delivery.startedAt = this.#now();
        this.#started.add(delivery);
      },
      end: (how) => {
        this.#started.delete(delivery);
        if (how === 'answered') this.#noteAnswer(delivery);
        for (const domain of domains) this.#touch(domain).held -= 1;
      },
    };
  }

  /** Reclaims the connections that slow receivers hold beyond their share, newest first, unless the content may have been sent. */
  reclaimOverdue(): void {
    this.#refresh();
    for (const domain of this.#slow) {
      const overdue = [...this.#started].filter((delivery) => delivery.domains.includes(domain) && this.#isOverdue(delivery));
      const receiver = this.#touch(domain);
      const excess = receiver.held - this.#share(receiver);
      for (const delivery of excess > 0
        ? overdue
            .reverse()
            .filter((each) => each.mayReclaim())
            .slice(0, excess)
        : [])
        delivery.reclaim();
    }
  }

  #share({ slow, quickAt }: Receiver): number {
    return slow === null && this.#now() - quickAt < REMEMBERED_MS ? this.#most : this.#reserve;
  }

  get #overdueMs(): number {
    return Math.min(Math.max(OVERDUE_MS.least, OVERDUE_MS.timesTypical * this.#typicalMs), OVERDUE_MS.most);
  }

  #isOverdue({ startedAt }: Delivery): boolean {
    return this.#now() - startedAt > this.#overdueMs;
  }

  #refresh(): void {
    for (const delivery of this.#started) {
      if (!this.#isOverdue(delivery)) break;
      this.#blame(delivery);
    }
    for (const domain of this.#slow) {
      const receiver = this.#receivers.get(domain);
      if (receiver?.slow === undefined || receiver.slow === null || receiver.slow.until < this.#now())
        this.#unblame(domain, receiver);
    }
  }

  /** Marks receivers as slow. Of several receivers, those that answered other deliveries meanwhile are not to blame. */
  #blame({ domains, startedAt }: Delivery): void {
    for (const domain of domains) {
      const receiver = this.#touch(domain);
      if ((this.#blameOnlySilence || domains.length > 1) && receiver.quickAt >= startedAt) continue;
      receiver.slow = { since: receiver.slow?.since ?? startedAt, until: this.#now() + REMEMBERED_MS };
      this.#slow.add(domain);
    }
  }

  #unblame(domain: string, receiver: Receiver | undefined): void {
    this.#slow.delete(domain);
    if (receiver !== undefined) receiver.slow = null;
  }

  #noteAnswer(delivery: Delivery): void {
    if (delivery.startedAt === Infinity) return;
    if (this.#isOverdue(delivery)) this.#blame(delivery);
    else {
      for (const domain of delivery.domains) {
        const receiver = this.#touch(domain);
        receiver.quickAt = this.#now();
        if (receiver.slow !== null) this.#unblame(domain, receiver);
      }
    }
    const sample = Math.min(this.#now() - delivery.startedAt, MAX_SAMPLE_MS);
    this.#typicalMs += (sample - this.#typicalMs) * SMOOTHING;
  }

  /** The receiver, marked as most recently used; receivers unused for long are removed. */
  #touch(domain: string): Receiver {
    const receiver = this.#receivers.get(domain) ?? { held: 0, quickAt: -Infinity, slow: null, touchedAt: 0 };
    receiver.touchedAt = this.#now();
    this.#receivers.delete(domain);
    this.#receivers.set(domain, receiver);
    for (const [oldest, { held, touchedAt }] of this.#receivers) {
      if (held > 0 || this.#now() - touchedAt <= REMEMBERED_MS) break;
      this.#receivers.delete(oldest);
      this.#slow.delete(oldest);
    }
    return receiver;
  }
}
