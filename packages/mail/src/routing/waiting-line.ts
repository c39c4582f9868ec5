import type { SkippedRelay } from '@sendoff/core';
import { MOMENT_MS, type DeliveryParties, type RelayGate, type UnavailableReason } from './relay-gate.ts';

/** The preferred relays that were not used, and why. */
export type Skipped<Relay> = readonly (readonly [Relay, SkippedRelay])[];

/** The relay for a delivery, or why it gets none. */
export type Admission<Relay> =
  | { readonly kind: 'enter'; readonly relay: Relay; readonly skipped: Skipped<Relay> }
  | { readonly kind: 'none'; readonly skipped: Skipped<Relay> }
  | { readonly kind: 'interrupted' };

/** A delivery's request for a relay. */
export interface Request<Relay extends { readonly gate: RelayGate }> extends DeliveryParties {
  /** Relays already attempted. */
  readonly attempted: ReadonlyMap<Relay, unknown>;
  readonly signal: AbortSignal | undefined;
  /** Called synchronously when a relay is found, so that no other delivery gets its connection. */
  readonly enter: (relay: Relay) => void;
}

/** The longest that a delivery waits for a relay. */
export const MAX_WAIT_MS = 30_000;
/** How often circuits, waiting times and slow receivers are checked while a delivery waits. */
const CHECK_INTERVAL_MS = 250;

interface Waiter<Relay extends { readonly gate: RelayGate }> extends Request<Relay> {
  readonly key: string | null;
  readonly since: number;
  readonly resolve: (admission: Admission<Relay>) => void;
}

type Choice<Relay> = Exclude<Admission<Relay>, { readonly kind: 'interrupted' }> | { readonly kind: 'wait' };

/**
 * The deliveries waiting for a relay: one line for all relays, so that no delivery is bound to an unresponsive one. First come,
 * first served among those that a free relay accepts.
 */
export class WaitingLine<Relay extends { readonly gate: RelayGate }> {
  readonly #relays: readonly Relay[];
  readonly #now: () => number;
  #waiting: Waiter<Relay>[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param relays in order of preference. */
  constructor(relays: readonly Relay[], now: () => number) {
    this.#relays = relays;
    this.#now = now;
  }

  get length(): number {
    return this.#waiting.length;
  }

  /** Finds a relay, synchronously if possible. Never rejects. */
  acquire(request: Request<Relay>): Promise<Admission<Relay>> | Admission<Relay> {
    const { sender, domains, attempted, signal } = request;
    if (signal?.aborted === true) return { kind: 'interrupted' };
    const key = attempted.size === 0 ? [sender, ...domains].join(' ') : null;
    // While all connections are in use, a new request cannot overtake: it can only be refused.
    if (this.#waiting.length === 0 || this.#isFull) {
      const choice = this.#choose(request, 0);
      if (choice.kind !== 'wait') return choice;
    }
    return new Promise((resolve) => {
      const giveUp = (): void => {
        this.#waiting = this.#waiting.filter((each) => each !== waiter);
        resolve({ kind: 'interrupted' });
      };
      const waiter: Waiter<Relay> = {
        key,
        since: this.#now(),
        resolve: (admission) => {
          signal?.removeEventListener('abort', giveUp);
          resolve(admission);
        },
        ...request,
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(waiter);
      this.advance();
    });
  }

  /** Serves the line. Call it when a connection was freed or a relay's state has changed. */
  readonly advance = (): void => {
    clearTimeout(this.#timer);
    if (this.#waiting.length === 0) return;
    // A delivery with the same parties as an earlier one that must wait, must wait too.
    const inVain = new Set<string | null>();
    const still: Waiter<Relay>[] = [];
    const found: (() => void)[] = [];
    let looked = 0;
    const now = this.#now();
    for (const waiter of this.#waiting) {
      const waitedMs = now - waiter.since;
      // While all connections are in use, recent requests keep waiting, and those behind are even more recent.
      if (waitedMs < MOMENT_MS && this.#isFull) break;
      looked += 1;
      const choice = waiter.key !== null && inVain.has(waiter.key) ? WAIT : this.#choose(waiter, waitedMs);
      if (choice.kind === 'wait') {
        inVain.add(waiter.key);
        still.push(waiter);
      } else {
        found.push(() => waiter.resolve(choice));
      }
    }
    this.#waiting.splice(0, looked, ...still);
    for (const resolve of found) resolve();
    if (this.#waiting.length === 0) return;
    for (const { gate } of this.#relays) gate.reclaimOverdue();
    const turns = this.#relays.map(({ gate }) => gate.msUntilTurn()).filter((ms) => ms > 0);
    this.#timer = setTimeout(this.advance, Math.min(CHECK_INTERVAL_MS, ...turns));
  };

  get #isFull(): boolean {
    return this.#relays.every(({ gate }) => gate.isFull);
  }

  /** Chooses the first available relay; waits for a preferred one that is expected to become available soon. */
  #choose(request: Request<Relay>, waitedMs: number): Choice<Relay> {
    const skipped: [Relay, UnavailableReason][] = [];
    for (const relay of this.#relays) {
      if (request.attempted.has(relay)) continue;
      const unavailable = relay.gate.unavailableReason(request);
      if (unavailable === null) {
        request.enter(relay);
        return { kind: 'enter', relay, skipped: skipped.map(explain) };
      }
      if (unavailable.momentary && waitedMs < MOMENT_MS) return WAIT;
      skipped.push([relay, unavailable]);
    }
    if (waitedMs < MAX_WAIT_MS && skipped.some(([, { passing }]) => passing)) return WAIT;
    return { kind: 'none', skipped: skipped.map(explain) };
  }
}

const WAIT = { kind: 'wait' } as const;

const explain = <Relay extends { readonly gate: RelayGate }>([relay, { reason, message }]: readonly [
  Relay,
  UnavailableReason,
]) => {
  const entry: SkippedRelay = { relay: relay.gate.name, attempted: false, reason, message: message() };
  return [relay, entry] as const;
};
