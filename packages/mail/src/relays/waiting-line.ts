import type { PassedOver } from './delivery-report.ts';
import { MOMENT_MS, type DeliveryParties, type Obstacle, type RelayGate } from './relay-gate.ts';

/** Why each relay that was looked at in vain was not used. */
export type Passed<Place> = readonly (readonly [Place, PassedOver])[];

/** A relay for a delivery, or that it gets none. */
export type Admission<Place> =
  | { readonly kind: 'enter'; readonly place: Place; readonly passed: Passed<Place> }
  | { readonly kind: 'none'; readonly passed: Passed<Place> }
  | { readonly kind: 'interrupted' };

/** What a delivery asks for. */
export interface Request<Place extends { readonly gate: RelayGate }> extends DeliveryParties {
  /** Relays it has asked already. */
  readonly asked: ReadonlyMap<Place, unknown>;
  readonly signal: AbortSignal | undefined;
  /** Called in the same turn in which a relay was found, so that nobody else gets what it takes. */
  readonly enter: (place: Place) => void;
}

/** Nobody waits for a relay any longer than this, in milliseconds. */
export const LONGEST_WAIT_MS = 30_000;
/** While somebody waits, circuits, patience and slow receivers are looked at so often, in milliseconds. */
const LOOK_MS = 250;

interface Waiter<Place extends { readonly gate: RelayGate }> extends Request<Place> {
  readonly key: string | null;
  readonly since: number;
  readonly resolve: (admission: Admission<Place>) => void;
}

type Choice<Place> = Exclude<Admission<Place>, { readonly kind: 'interrupted' }> | { readonly kind: 'wait' };

/**
 * The deliveries that wait for a relay: one line before all relays, so that nobody is tied to one
 * that hangs. First come, first served among those whom something free fits.
 */
export class WaitingLine<Place extends { readonly gate: RelayGate }> {
  readonly #places: readonly Place[];
  readonly #now: () => number;
  #waiting: Waiter<Place>[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** `places` in the order in which they are preferred. */
  constructor(places: readonly Place[], now: () => number) {
    this.#places = places;
    this.#now = now;
  }

  get length(): number {
    return this.#waiting.length;
  }

  /** Finds a relay, at once if possible. Rejects never. */
  ask(request: Request<Place>): Promise<Admission<Place>> | Admission<Place> {
    const { sender, domains, asked, signal } = request;
    if (signal?.aborted === true) return { kind: 'interrupted' };
    const key = asked.size === 0 ? [sender, ...domains].join(' ') : null;
    // While every connection is in use, all that can come of it is that there is nothing to wait for.
    if (this.#waiting.length === 0 || this.#isFull) {
      const choice = this.#choose(request, 0);
      if (choice.kind !== 'wait') return choice;
    }
    return new Promise((resolve) => {
      const giveUp = (): void => {
        this.#waiting = this.#waiting.filter((each) => each !== waiter);
        resolve({ kind: 'interrupted' });
      };
      const waiter: Waiter<Place> = {
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
      this.move();
    });
  }

  /** Goes through the line. To be called whenever something has become free or has changed. */
  readonly move = (): void => {
    clearTimeout(this.#timer);
    if (this.#waiting.length === 0) return;
    // Who asks for the same as somebody before him that has to wait, has to wait too.
    const inVain = new Set<string | null>();
    const still: Waiter<Place>[] = [];
    const found: (() => void)[] = [];
    let looked = 0;
    const now = this.#now();
    for (const waiter of this.#waiting) {
      const waitedMs = now - waiter.since;
      // Who came a moment ago waits while every connection is in use, and all behind came later still.
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
    for (const tell of found) tell();
    if (this.#waiting.length === 0) return;
    for (const { gate } of this.#places) gate.breakOffOverdue();
    const turns = this.#places.map(({ gate }) => gate.msUntilTurn()).filter((ms) => ms > 0);
    this.#timer = setTimeout(this.move, Math.min(LOOK_MS, ...turns));
  };

  get #isFull(): boolean {
    return this.#places.every(({ gate }) => gate.isFull);
  }

  /** The first relay that is free; a better one that will be free in a moment is waited for. */
  #choose(request: Request<Place>, waitedMs: number): Choice<Place> {
    const passed: [Place, Obstacle][] = [];
    for (const place of this.#places) {
      if (request.asked.has(place)) continue;
      const obstacle = place.gate.obstacle(request);
      if (obstacle === null) {
        request.enter(place);
        return { kind: 'enter', place, passed: passed.map(explain) };
      }
      if (obstacle.momentary && waitedMs < MOMENT_MS) return WAIT;
      passed.push([place, obstacle]);
    }
    if (waitedMs < LONGEST_WAIT_MS && passed.some(([, { passing }]) => passing)) return WAIT;
    return { kind: 'none', passed: passed.map(explain) };
  }
}

const WAIT = { kind: 'wait' } as const;

const explain = <Place extends { readonly gate: RelayGate }>([place, obstacle]: readonly [Place, Obstacle]) => {
  const why: PassedOver = { relay: place.gate.name, asked: false, reason: obstacle.reason, message: obstacle.message() };
  return [place, why] as const;
};
