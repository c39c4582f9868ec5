import type { CircuitEvidence, RelayFault } from './circuit-evidence.ts';

/** The state of an open circuit. */
export interface OpenCircuit {
  readonly fault: RelayFault;
  /** Milliseconds until the next probe; 0 while a probe is running. */
  readonly probeInMs: number;
}

/** A circuit breaker that tracks whether a relay is available. */
export interface Circuit {
  /** Null when the next delivery may use the relay, possibly as a probe. */
  readonly blocking: () => OpenCircuit | null;
  /** Records that a delivery starts using the relay. */
  readonly begin: () => Turn;
  /** Whether a failure of a delivery with this turn is evidence about the current state of the relay. */
  readonly isCurrent: (turn: Turn) => boolean;
  /** Records the evidence of the delivery for which `begin` returned the turn. */
  readonly end: (evidence: SettledEvidence, turn: Turn) => void;
  /** Whether it has been closed long enough to have no memory of failures. */
  readonly isForgotten: () => boolean;
}

/** Evidence after `likely` faults were weighed. */
export type SettledEvidence = Exclude<CircuitEvidence, { readonly kind: 'likely' }>;

/** Identifies when a delivery started: its failure is not evidence about the relay after a later opening of the circuit. */
export interface Turn {
  readonly at: number;
  /** The opening that it probes; null when the circuit was closed. */
  readonly opening: object | null;
}

/** A state change, for the log. */
export type CircuitChange =
  { readonly kind: 'opened'; readonly fault: RelayFault; readonly forMs: number } | { readonly kind: 'closed' };

/** How long a circuit stays open the first time; doubled with each failed probe, up to the maximum. */
export const MIN_OPEN_MS = 1000;
export const MAX_OPEN_MS = 60_000;
/** A circuit closed for this long opens for the minimum time again. */
const FORGET_AFTER_MS = 60_000;
/** How long a probe runs alone before another one may start. */
const PROBE_TIMEOUT_MS = 5000;

/**
 * Creates a circuit breaker. A certain fault opens it. While open, nothing is sent; then one delivery at a time may probe the
 * relay, and any answer closes it.
 *
 * @param now a clock in milliseconds.
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
      // A probe delayed by one receiver says nothing about the relay, so another one may start.
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
      // Ignores a probe that was superseded: the latest one is still running.
      else if (open !== null && turn === open.probe) open.probe = null;
    },
    isForgotten: () => open === null && now() - closedAt >= FORGET_AFTER_MS,
  };
}
