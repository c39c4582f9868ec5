import type { RelayErrorReason } from '@sendoff/core';
import { openFairLimiter, type FairLimiter } from '@sendoff/runtime';
import type { Transport } from '../transports/transport.ts';
import type { CircuitEvidence } from './circuit-evidence.ts';
import { ReceiverShares, type FullShare, type HeldShare, type Reclaim } from './receiver-shares.ts';
import { RelayCircuits, type CircuitsChange } from './relay-circuits.ts';
import { openTokenBucket, type TokenBucket } from './token-bucket.ts';

/** Why a delivery cannot use a relay now. */
export interface UnavailableReason {
  readonly reason: RelayErrorReason;
  /** Readable reason. */
  readonly message: () => string;
  /** Likely to end within a second, so the delivery waits before it considers the next relay. */
  readonly momentary: boolean;
  /** May end in reasonable time, so the delivery waits when there is no other relay. */
  readonly passing: boolean;
}

/** The sender and the recipient domains of a delivery. */
export interface DeliveryParties {
  /** The API key that submitted the mail. */
  readonly sender: string;
  /** The domains of the recipients. */
  readonly domains: readonly string[];
}

/** A delivery's hold on a relay. */
export interface GateEntry extends Pick<HeldShare, 'started'> {
  /** Call once with the evidence of the delivery; releases everything except the connection. */
  readonly end: (evidence: CircuitEvidence) => void;
  /** Call once when the connection can carry the next message. */
  readonly free: () => void;
}

/** A relay with no connection taken or freed for this long is not expected to free one soon. */
export const MOMENT_MS = 1000;
/** Deliveries wait for an open circuit whose next probe is at most this far away. */
const NEAR_PROBE_MS = 5000;
/** The same for a rate limit. */
const NEAR_TURN_MS = 30_000;

/**
 * Decides which messages a relay gets, by its circuits, the shares of its connections and its rate limit.
 *
 * Connections are shared between receivers and between senders. The share of a sender depends on the free connections, so that
 * several slow senders still leave some; a sender whose mail is answered slowly gets a fifth. A single sender is not limited.
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
   * @param deliveriesAtOnce the most concurrent deliveries.
   * @param now a clock in milliseconds.
   */
  constructor(
    { name, capacity, rate }: Pick<Transport, 'name' | 'capacity' | 'rate'>,
    deliveriesAtOnce: number,
    now: () => number,
    changed?: (change: CircuitsChange) => void,
  ) {
    this.name = name;
    this.#slots = Math.min(capacity, deliveriesAtOnce);
    this.#circuits = new RelayCircuits(now, changed);
    this.#receivers = new ReceiverShares(this.#slots, now);
    this.#senders = new ReceiverShares(this.#slots, now, { blame: 'silence' });
    this.#connections = openFairLimiter({ resource: 'relay_connections', total: this.#slots, soleKeyMayHaveAll: true });
    this.#bucket = rate === null ? null : openTokenBucket(rate, now);
    this.#now = now;
  }

  /** Null when a message of this sender to these domains can have a connection now. */
  unavailableReason({ sender, domains }: DeliveryParties): UnavailableReason | null {
    return (
      this.#openCircuit(sender) ??
      this.#fullReceiver(domains) ??
      this.#fullSender(sender) ??
      this.#noConnection() ??
      this.#rateLimit()
    );
  }

  /** Takes a connection, a turn of the rate limit, and the probe if one is due. Call only while the relay is available. */
  enter({ sender, domains }: DeliveryParties, reclaim: Reclaim): GateEntry {
    const connection = this.#connections.tryAcquire(sender);
    if (connection === null) throw new Error(`${this.name} has no connection for this sender`);
    const turns = this.#circuits.begin(sender);
    const shares = [this.#receivers.enter(domains, reclaim), this.#senders.enter([sender], reclaim)];
    this.#bucket?.take();
    this.#taken += 1;
    this.#lastMove = this.#now();
    return {
      started: () => {
        for (const share of shares) share.started();
      },
      end: (evidence) => {
        for (const share of shares) share.end(evidence.kind === 'health' ? 'answered' : 'otherwise');
        this.#circuits.end(evidence, turns);
      },
      free: () => {
        this.#taken -= 1;
        this.#lastMove = this.#now();
        connection.release();
      },
    };
  }

  /** Whether the circuit of all mail is closed; limits of its own may still apply. */
  get isUsable(): boolean {
    return this.#circuits.blockingAll() === null;
  }

  /** Whether it is usable and all of its connections are in use. */
  get isFull(): boolean {
    return this.#taken >= this.#slots && this.isUsable;
  }

  /** The slow domains that have used up their share of connections. */
  slowReceivers(): FullShare[] {
    return this.#receivers.blocked();
  }

  /** The slow senders that have used up their share; none while there is only one sender. */
  slowSenders(): FullShare[] {
    return this.#connections.hasSeveralKeys() ? this.#senders.blocked() : [];
  }

  reclaimOverdue(): void {
    this.#receivers.reclaimOverdue();
    if (this.#connections.hasSeveralKeys()) this.#senders.reclaimOverdue();
  }

  /** Milliseconds until the rate limit admits the `nth` message from now. */
  msUntilTurn(nth = 1): number {
    return this.#bucket?.msUntil(nth) ?? 0;
  }

  /** Interval between messages of the rate limit in milliseconds; 0 without a limit. */
  get intervalMs(): number {
    return this.#bucket?.intervalMs ?? 0;
  }

  #openCircuit(sender: string): UnavailableReason | null {
    const open = this.#circuits.blocking(sender);
    if (open === null) return null;
    const { fault, probeInMs, ofAll } = open;
    return {
      reason: fault.reason,
      message: () =>
        `not attempted, because it failed${ofAll ? '' : ' for mail of this API key'} ${seconds(this.#now() - fault.at)} ago (${fault.message}); ` +
        (probeInMs === 0 ? 'another email is probing it now' : `the next probe is in ${seconds(probeInMs)}`),
      momentary: false,
      passing: probeInMs <= NEAR_PROBE_MS,
    };
  }

  #fullReceiver(domains: readonly string[]): UnavailableReason | null {
    const full = this.#receivers.full(domains);
    return full === null ? null : this.#fullShare(full.name, full);
  }

  #fullSender(sender: string): UnavailableReason | null {
    const isWithinShare = this.#connections.isWithinShare(sender);
    if (!this.#connections.hasSeveralKeys()) return null;
    const full = this.#senders.full([sender]);
    if (full !== null) return this.#fullShare('mail of this API key', full);
    const held = this.#connections.heldBy(sender);
    return isWithinShare ? null : this.#fullShare('mail of this API key', { held, slowSince: null });
  }

  #fullShare(whose: string, { held, slowSince }: Pick<FullShare, 'held' | 'slowSince'>): UnavailableReason {
    const holds = `${whose} holds ${String(held)} of its ${String(this.#slots)} connections`;
    return slowSince === null
      ? { reason: 'busy', message: () => `not attempted, because ${holds}`, momentary: this.#isMoving, passing: true }
      : {
          reason: 'slow_receiver',
          message: () => `not attempted, because ${holds} and has owed an answer for ${seconds(this.#now() - slowSince)}`,
          momentary: false,
          passing: false,
        };
  }

  #noConnection(): UnavailableReason | null {
    if (this.#taken < this.#slots) return null;
    const message = () => `not attempted, because all of its ${String(this.#slots)} connections were in use`;
    return { reason: 'busy', message, momentary: this.#isMoving, passing: true };
  }

  #rateLimit(): UnavailableReason | null {
    const waitMs = this.msUntilTurn();
    if (waitMs === 0) return null;
    const message = () => `not attempted, because it is at its rate limit for another ${seconds(waitMs)}`;
    return { reason: 'at_rate_limit', message, momentary: waitMs <= MOMENT_MS, passing: waitMs <= NEAR_TURN_MS };
  }

  get #isMoving(): boolean {
    return this.#now() - this.#lastMove <= MOMENT_MS;
  }
}

const seconds = (ms: number): string => `${String(Math.max(1, Math.round(ms / 1000)))} s`;
