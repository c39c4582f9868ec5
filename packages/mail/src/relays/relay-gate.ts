import type { CircuitEvidence } from './circuit-evidence.ts';
import { openCircuit, type Circuit, type CircuitChange } from './circuit.ts';
import type { TroubleReason } from './delivery-report.ts';
import { ReceiverShares, type FullShare, type Visit } from './receiver-shares.ts';
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

/** What stands before a relay: its circuit, its connections and how they are shared out, its rate limit. */
export class RelayGate {
  readonly name: string;
  readonly #slots: number;
  readonly #circuit: Circuit;
  readonly #shares: ReceiverShares;
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
    changed?: (change: CircuitChange) => void,
  ) {
    this.name = name;
    this.#slots = Math.min(pool.maxConnections ?? deliveriesAtOnce, deliveriesAtOnce);
    this.#circuit = openCircuit(now, changed);
    this.#shares = new ReceiverShares(this.#slots, now);
    this.#bucket = rate === null ? null : openTokenBucket(rate, now);
    this.#now = now;
  }

  /** Null when a message for these domains may have a connection now. */
  obstacle(domains: readonly string[]): Obstacle | null {
    return this.#openCircuit() ?? this.#fullShare(domains) ?? this.#noConnection() ?? this.#rateLimit();
  }

  /** Takes a connection, a turn of the rate limit, and the probe if one is due. Only where there is no obstacle. */
  enter(domains: readonly string[], breakOff: () => void, mayBreakOff: () => boolean): Passage {
    const turn = this.#circuit.begin();
    const visit = this.#shares.enter(domains, breakOff, mayBreakOff);
    this.#bucket?.take();
    this.#taken += 1;
    this.#lastMove = this.#now();
    return {
      begun: visit.begun,
      left: visit.left,
      end: (evidence) => {
        visit.left(evidence.kind === 'health' ? 'answered' : 'otherwise');
        this.#circuit.end(evidence, turn);
      },
      free: () => {
        this.#taken -= 1;
        this.#lastMove = this.#now();
      },
    };
  }

  /** Whether nothing but its own limits keeps mail from it. */
  get isUsable(): boolean {
    return this.#circuit.obstacle() === null;
  }

  /** Whether it is well, and all of its connections are in use. */
  get isFull(): boolean {
    return this.#taken >= this.#slots && this.isUsable;
  }

  heldUp(): FullShare[] {
    return this.#shares.heldUp();
  }

  breakOffOverdue(): void {
    this.#shares.breakOffOverdue();
  }

  /** Milliseconds until the rate limit lets the `nth` message from now pass. */
  msUntilTurn(nth = 1): number {
    return this.#bucket?.msUntil(nth) ?? 0;
  }

  /** Milliseconds from one message to the next by the rate limit; 0 without one. */
  get intervalMs(): number {
    return this.#bucket?.intervalMs ?? 0;
  }

  #openCircuit(): Obstacle | null {
    const open = this.#circuit.obstacle();
    if (open === null) return null;
    const { trouble, probeInMs } = open;
    return {
      reason: trouble.reason,
      message: () =>
        `not asked, because it was in trouble ${seconds(this.#now() - trouble.at)} ago (${trouble.message}); ` +
        (probeInMs === 0 ? 'another email is trying it just now' : `it is tried again in ${seconds(probeInMs)}`),
      momentary: false,
      passing: probeInMs <= NEAR_PROBE_MS,
    };
  }

  #fullShare(domains: readonly string[]): Obstacle | null {
    const full = this.#shares.full(domains);
    if (full === null) return null;
    const { domain, held, slowSince } = full;
    const holds = `${domain} holds ${String(held)} of its ${String(this.#slots)} connections`;
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
