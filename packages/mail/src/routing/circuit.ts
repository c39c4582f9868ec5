import type { CircuitEvidence, RelayFault } from './circuit-evidence.ts';

/** Why a circuit is open, and until when. */
export interface OpenCircuit {
  readonly fault: RelayFault;
  /** Milliseconds until the relay is tried with one delivery; 0 while that one is under way. */
  readonly probeInMs: number;
}

/** Whether a relay is fit to be used, by what came of the deliveries to it. */
export interface Circuit {
  /** Null when the next delivery may use the relay, be it as its probe. */
  readonly blocking: () => OpenCircuit | null;
  /** Notes that a delivery has the relay now. */
  readonly begin: () => Turn;
  /** Whether a failure in a delivery with this turn says something about the relay as it is now. */
  readonly isCurrent: (turn: Turn) => boolean;
  /** Notes what came of the delivery that `begin` returned this for. */
  readonly end: (evidence: SettledEvidence, turn: Turn) => void;
  /** Whether it is closed and has been for so long that nothing is remembered. */
  readonly isForgotten: () => boolean;
}

/** Evidence of which it was decided what it amounts to. */
export type SettledEvidence = Exclude<CircuitEvidence, { readonly kind: 'likely' }>;

/** When a delivery had its turn: a failure says nothing about the relay as it is after a later opening, however late it shows. */
export interface Turn {
  readonly at: number;
  /** What it is a probe of; null while the circuit is closed. */
  readonly opening: object | null;
}

/** A circuit opened or closed, for the log. */
export type CircuitChange =
  { readonly kind: 'opened'; readonly fault: RelayFault; readonly forMs: number } | { readonly kind: 'closed' };

/** How long a circuit stays open the first time, in milliseconds; doubled with each probe that fails, up to the maximum. */
export const MIN_OPEN_MS = 1000;
export const MAX_OPEN_MS = 60_000;
/** After a circuit has been closed for so long, it opens for the shortest time again. */
const FORGET_AFTER_MS = 60_000;
/** How long a probe has the relay to itself, in milliseconds. */
const PROBE_TIMEOUT_MS = 5000;

/**
 * A circuit breaker. A certain fault opens it. While it is open nothing is sent; then one delivery at a time is let through as
 * a probe, and any answer closes it. `now` is a clock in milliseconds.
 */
export function openCircuit(now: () => number, changed: (change: CircuitChange) => void = () => undefined): Circuit {
  let open: { readonly fault: RelayFault; readonly until: number; probe: Turn | null } | null = null;
  let openings = 0;
  let openedAt = -Infinity;
  let closedAt = now();

  const trip = (fault: RelayFault): void => {
    if (open === null && now() - closedAt >= FORGET_AFTER_MS) openings = 0;
    const forMs = Math.min(MIN_OPEN_MS * 2 ** openings, MAX_OPEN_MS);
    openings += 1;
    openedAt = now();
    open = { fault, until: now() + forMs, probe: null };
    changed({ kind: 'opened', fault, forMs });
  };
  const close = (): void => {
    open = null;
    closedAt = now();
    changed({ kind: 'closed' });
  };
  const isCurrent = (turn: Turn): boolean => (open === null ? turn.at >= openedAt : turn.opening === open);

  return {
    blocking: () => {
      if (open === null) return null;
      const { fault, until, probe } = open;
      // A probe that waits for one receiver says nothing about the relay, so another one may go.
      if (probe !== null) return now() - probe.at < PROBE_TIMEOUT_MS ? { fault, probeInMs: 0 } : null;
      const probeInMs = until - now();
      return probeInMs <= 0 ? null : { fault, probeInMs };
    },
    begin: () => {
      const turn = { at: now(), opening: open };
      if (open !== null) open.probe = turn;
      return turn;
    },
    isCurrent,
    end: (evidence, turn) => {
      if (open !== null && evidence.kind === 'health') close();
      else if (evidence.kind === 'certain' && isCurrent(turn)) trip(evidence.fault);
      // Not one that others were let past: the last of them is still under way.
      else if (open !== null && turn === open.probe) open.probe = null;
    },
    isForgotten: () => open === null && now() - closedAt >= FORGET_AFTER_MS,
  };
}
