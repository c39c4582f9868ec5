import type { SkippedRelay } from '@sendoff/core';
import { MOMENT_MS, type DeliveryParties, type RelayGate, type UnavailableReason } from './relay-gate.ts';

/** Why each relay that is preferred was not used. */
export type Skipped<Relay> = readonly (readonly [Relay, SkippedRelay])[];

/** A relay for a delivery, or that it gets none. */
export type Admission<Relay> =
  | { readonly kind: 'enter'; readonly relay: Relay; readonly skipped: Skipped<Relay> }
  | { readonly kind: 'none'; readonly skipped: Skipped<Relay> }
  | { readonly kind: 'interrupted' };

/** What a delivery needs. */
export interface Request<Relay extends { readonly gate: RelayGate }> extends DeliveryParties {
  /** Relays that it has attempted. */
  readonly attempted: ReadonlyMap<Relay, unknown>;
  readonly signal: AbortSignal | undefined;
  /** Called in the same turn in which a relay was found, so that no other delivery gets its connection. */
  readonly enter: (relay: Relay) => void;
}

/** The longest that a delivery waits for a relay, in milliseconds. */
export const MAX_WAIT_MS = 30_000;
/** How often circuits, waiting times and slow receivers are checked while a delivery waits, in milliseconds. */
const CHECK_INTERVAL_MS = 250;

interface Waiter<Relay extends { readonly gate: RelayGate }> extends Request<Relay> {
  readonly key: string | null;
  readonly since: number;
  readonly resolve: (admission: Admission<Relay>) => void;
}

type Choice<Relay> = Exclude<Admission<Relay>, { readonly kind: 'interrupted' }> | { readonly kind: 'wait' };

/**
 * The deliveries that wait for a relay: one line before all relays, so that no delivery is tied to one that hangs. First come,
 * first served among those that a free relay fits.
 */
export class WaitingLine<Relay extends { readonly gate: RelayGate }> {
  readonly #relays: readonly Relay[];
  readonly #now: () => number;
  #waiting: Waiter<Relay>[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** `relays` in the order in which they are preferred. */
  constructor(relays: readonly Relay[], now: () => number) {
    this.#relays = relays;
    this.#now = now;
  }

  get length(): number {
    return this.#waiting.length;
  }

  /** Finds a relay, at once if possible. Never rejects. */
  acquire(request: Request<Relay>): Promise<Admission<Relay>> | Admission<Relay> {
    const { sender, domains, attempted, signal } = request;
    if (signal?.aborted === true) return { kind: 'interrupted' };
    const key = attempted.size === 0 ? [sender, ...domains].join(' ') : null;
    // While every connection is in use, the only other answer is that there is nothing to wait for.
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

  /** Goes through the line. To be called whenever a connection has become free or something has changed. */
  readonly advance = (): void => {
    clearTimeout(this.#timer);
    if (this.#waiting.length === 0) return;
    // A delivery that needs the same as one before it that has to wait, has to wait too.
    const inVain = new Set<string | null>();
    const still: Waiter<Relay>[] = [];
    const found: (() => void)[] = [];
    let looked = 0;
    const now = this.#now();
    for (const waiter of this.#waiting) {
      const waitedMs = now - waiter.since;
      // One that came a moment ago waits while every connection is in use, and all behind it came later still.
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

  /** The first relay that is available; waits for a preferred one that will be available in a moment. */
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
