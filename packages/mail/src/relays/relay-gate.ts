import { openFairLimiter, type FairLimiter } from '@sendoff/runtime';
import type { CircuitEvidence } from './circuit-evidence.ts';
import type { TroubleReason } from './delivery-report.ts';
import { ReceiverShares, type FullShare, type Visit } from './receiver-shares.ts';
import { RelayCircuits, type CircuitsChange } from './relay-circuits.ts';
import type { RelaySettings } from './relay-settings.ts';
import { openTokenBucket, type TokenBucket } from './token-bucket.ts';

/** Why a delivery cannot have a relay at this moment. */
export interface Obstacle {
  readonly reason: TroubleReason;
  /** For people. */
  readonly message: () => string;
  /** It is likely to pass within a moment, so that it is waited for before the next relay is looked at. */
  readonly momentary: boolean;
  /** It may pass in reasonable time, so that it is waited for when there is no other relay. */
  readonly passing: boolean;
}

/** Whose mail a delivery carries, and to whom. */
export interface DeliveryParties {
  /** The API key whose mail it is. */
  readonly sender: string;
  /** The domains of the recipients. */
  readonly domains: readonly string[];
}

/** A delivery's stay at a relay. */
export interface Passage extends Visit {
  /** To be called once, with what the delivery says about the relay; gives everything back but the connection. */
  readonly end: (evidence: CircuitEvidence) => void;
  /** To be called once, when the connection may carry the next message. */
  readonly free: () => void;
}

/** Where nothing has moved for so long, in milliseconds, nothing is expected to move in the next moment. */
export const MOMENT_MS = 1000;
/** A circuit is waited for when its probe is that near, in milliseconds. */
const NEAR_PROBE_MS = 5000;
/** And so is a rate limit. */
const NEAR_TURN_MS = 30_000;

/**
 * What stands before a relay: its circuits, its connections and how they are shared out, its rate limit.
 *
 * Connections are shared between receivers and between senders. The share of a sender follows from what is free, so that
 * several that hang leave something too; one whose mail is answered slowly gets a fifth. A sender that is alone has no share.
 */
export class RelayGate {
  readonly name: string;
  readonly #slots: number;
  readonly #circuits: RelayCircuits;
  readonly #receivers: ReceiverShares;
  readonly #senders: ReceiverShares;
  readonly #connections: FairLimiter;
  readonly #bucket: TokenBucket | null;
  readonly #now: () => number;
  #taken = 0;
  #lastMove = -Infinity;

  /**
   * @param settings.deliveriesAtOnce so many deliveries ask for relays at once at most.
   * @param now a clock in milliseconds.
   */
  constructor(
    { name, pool, rate }: Pick<RelaySettings, 'name' | 'pool' | 'rate'>,
    deliveriesAtOnce: number,
    now: () => number,
    changed?: (change: CircuitsChange) => void,
  ) {
    this.name = name;
    this.#slots = Math.min(pool.maxConnections ?? deliveriesAtOnce, deliveriesAtOnce);
    this.#circuits = new RelayCircuits(now, changed);
    this.#receivers = new ReceiverShares(this.#slots, now);
    this.#senders = new ReceiverShares(this.#slots, now, { blame: 'silence' });
    this.#connections = openFairLimiter({ resource: 'relay_connections', total: this.#slots, soleKeyMayHaveAll: true });
    this.#bucket = rate === null ? null : openTokenBucket(rate, now);
    this.#now = now;
  }

  /** Null when a message of this sender for these domains may have a connection now. */
  obstacle({ sender, domains }: DeliveryParties): Obstacle | null {
    return (
      this.#openCircuit(sender) ??
      this.#fullReceiver(domains) ??
      this.#fullSender(sender) ??
      this.#noConnection() ??
      this.#rateLimit()
    );
  }

  /** Takes a connection, a turn of the rate limit, and the probe if one is due. Only where there is no obstacle. */
  enter({ sender, domains }: DeliveryParties, breakOff: () => void, mayBreakOff: () => boolean): Passage {
    const connection = this.#connections.tryAcquire(sender);
    if (connection === null) throw new Error(`${this.name} has no connection for this sender`);
    const turns = this.#circuits.begin(sender);
    const visits = [
      this.#receivers.enter(domains, breakOff, mayBreakOff),
      this.#senders.enter([sender], breakOff, mayBreakOff),
    ] as const;
    this.#bucket?.take();
    this.#taken += 1;
    this.#lastMove = this.#now();
    const left: Visit['left'] = (how) => {
      for (const visit of visits) visit.left(how);
    };
    return {
      begun: () => {
        for (const visit of visits) visit.begun();
      },
      left,
      end: (evidence) => {
        left(evidence.kind === 'health' ? 'answered' : 'otherwise');
        this.#circuits.end(evidence, turns);
      },
      free: () => {
        this.#taken -= 1;
        this.#lastMove = this.#now();
        connection.release();
      },
    };
  }

  /** Whether nothing but its own limits keeps mail from it. */
  get isUsable(): boolean {
    return this.#circuits.obstacleForAll() === null;
  }

  /** Whether it is well, and all of its connections are in use. */
  get isFull(): boolean {
    return this.#taken >= this.#slots && this.isUsable;
  }

  /** The domains that are slow and hold all the connections that they may. */
  slowReceivers(): FullShare[] {
    return this.#receivers.heldUp();
  }

  /** The senders of which the same holds; none while there is only one. */
  slowSenders(): FullShare[] {
    return this.#connections.hasSeveralKeys() ? this.#senders.heldUp() : [];
  }

  breakOffOverdue(): void {
    this.#receivers.breakOffOverdue();
    if (this.#connections.hasSeveralKeys()) this.#senders.breakOffOverdue();
  }

  /** Milliseconds until the rate limit lets the `nth` message from now pass. */
  msUntilTurn(nth = 1): number {
    return this.#bucket?.msUntil(nth) ?? 0;
  }

  /** Milliseconds from one message to the next by the rate limit; 0 without one. */
  get intervalMs(): number {
    return this.#bucket?.intervalMs ?? 0;
  }

  #openCircuit(sender: string): Obstacle | null {
    const open = this.#circuits.obstacle(sender);
    if (open === null) return null;
    const { trouble, probeInMs, ofAll } = open;
    return {
      reason: trouble.reason,
      message: () =>
        `not asked, because it was in trouble${ofAll ? '' : ' with mail of this API key'} ${seconds(this.#now() - trouble.at)} ago (${trouble.message}); ` +
        (probeInMs === 0 ? 'another email is trying it just now' : `it is tried again in ${seconds(probeInMs)}`),
      momentary: false,
      passing: probeInMs <= NEAR_PROBE_MS,
    };
  }

  #fullReceiver(domains: readonly string[]): Obstacle | null {
    const full = this.#receivers.full(domains);
    return full === null ? null : this.#fullShare(full.name, full);
  }

  #fullSender(sender: string): Obstacle | null {
    const isWithinShare = this.#connections.isWithinShare(sender);
    if (!this.#connections.hasSeveralKeys()) return null;
    const full = this.#senders.full([sender]);
    if (full !== null) return this.#fullShare('mail of this API key', full);
    const held = this.#connections.heldBy(sender);
    return isWithinShare ? null : this.#fullShare('mail of this API key', { held, slowSince: null });
  }

  #fullShare(whose: string, { held, slowSince }: Pick<FullShare, 'held' | 'slowSince'>): Obstacle {
    const holds = `${whose} holds ${String(held)} of its ${String(this.#slots)} connections`;
    return slowSince === null
      ? { reason: 'busy', message: () => `not asked, because ${holds}`, momentary: this.#isMoving, passing: true }
      : {
          reason: 'slow_receiver',
          message: () => `not asked, because ${holds} and has owed an answer for ${seconds(this.#now() - slowSince)}`,
          momentary: false,
          passing: false,
        };
  }

  #noConnection(): Obstacle | null {
    if (this.#taken < this.#slots) return null;
    const message = () => `not asked, because all of its ${String(this.#slots)} connections were in use`;
    return { reason: 'busy', message, momentary: this.#isMoving, passing: true };
  }

  #rateLimit(): Obstacle | null {
    const waitMs = this.msUntilTurn();
    if (waitMs === 0) return null;
    const message = () => `not asked, because it is at its rate limit for another ${seconds(waitMs)}`;
    return { reason: 'at_rate_limit', message, momentary: waitMs <= MOMENT_MS, passing: waitMs <= NEAR_TURN_MS };
  }

  get #isMoving(): boolean {
    return this.#now() - this.#lastMove <= MOMENT_MS;
  }
}

const seconds = (ms: number): string => `${String(Math.max(1, Math.round(ms / 1000)))} s`;
