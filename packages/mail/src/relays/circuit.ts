import type { CircuitEvidence, Trouble } from './circuit-evidence.ts';

/** What stands between a delivery and a relay that was found in trouble. */
export interface OpenCircuit {
  readonly trouble: Trouble;
  /** Milliseconds until the relay is tried with one delivery; 0 while that one is under way. */
  readonly probeInMs: number;
}

/** Whether a relay is fit to be used, by what came of the deliveries to it. */
export interface Circuit {
  /** Null when the next delivery may have the relay, be it as its probe. */
  readonly obstacle: () => OpenCircuit | null;
  /** Notes that a delivery has the relay now. */
  readonly begin: () => Turn;
  /** Notes what came of the delivery that `begin` returned this for. */
  readonly end: (evidence: CircuitEvidence, turn: Turn) => void;
}

/** When a delivery had its turn: trouble says nothing about the relay as it is after a later opening, however late it shows. */
export interface Turn {
  readonly at: number;
  /** What it is a probe of; null while the circuit is closed. */
  readonly opening: object | null;
}

/** What is told when a circuit opens or closes, for the log. */
export type CircuitChange =
  { readonly kind: 'opened'; readonly trouble: Trouble; readonly forMs: number } | { readonly kind: 'closed' };

/** The first time that an open circuit stays open; doubled with each probe that fails. In milliseconds. */
export const FIRST_OPEN_MS = 1000;
/** The longest one. */
export const LONGEST_OPEN_MS = 60_000;
/** A relay that was well for so long begins with the first open time again. */
const FORGET_AFTER_MS = 60_000;
/** A probe has the relay to itself for so long, in milliseconds. */
const PROBE_PATIENCE_MS = 5000;
/** Results that are looked back on: so many, and none older than this in milliseconds. */
const RECENT_RESULTS = 20;
const RECENT_MS = 60_000;
/** So many of them must have been trouble, with different receivers, and at least half of all. */
const ENOUGH_TROUBLE = 3;

/**
 * A circuit breaker. Certain trouble opens it at once, likely trouble when there is enough of it
 * among the recent results. While it is open nothing is sent; then one delivery at a time is let
 * through as a probe, and any answer closes it. `now` is a clock in milliseconds.
 */
export function openCircuit(now: () => number, changed: (change: CircuitChange) => void = () => undefined): Circuit {
  let open: { readonly trouble: Trouble; readonly until: number; probe: Turn | null } | null = null;
  let openings = 0;
  let openedAt = -Infinity;
  let closedAt = now();
  let recent: { readonly at: number; readonly troubledWith: string | null }[] = [];

  const trip = (trouble: Trouble): void => {
    if (open === null && now() - closedAt >= FORGET_AFTER_MS) openings = 0;
    const forMs = Math.min(FIRST_OPEN_MS * 2 ** openings, LONGEST_OPEN_MS);
    openings += 1;
    openedAt = now();
    open = { trouble, until: now() + forMs, probe: null };
    recent = [];
    changed({ kind: 'opened', trouble, forMs });
  };
  const close = (): void => {
    open = null;
    closedAt = now();
    changed({ kind: 'closed' });
  };
  const note = (troubledWith: string | null): void => {
    recent.push({ at: now(), troubledWith });
    if (recent.length > RECENT_RESULTS) recent.shift();
  };
  /** Notes trouble, and says whether there is enough of it. */
  const isEnough = (troubledWith: string): boolean => {
    note(troubledWith);
    const oldest = now() - RECENT_MS;
    recent = recent.filter(({ at }) => at >= oldest);
    // One receiver that hangs is one trouble, however many deliveries it breaks.
    const receivers = new Set(recent.flatMap((result) => result.troubledWith ?? []));
    const troubled = recent.filter((result) => result.troubledWith !== null).length;
    return receivers.size >= ENOUGH_TROUBLE && troubled * 2 >= recent.length;
  };

  return {
    obstacle: () => {
      if (open === null) return null;
      const { trouble, until, probe } = open;
      // A probe that waits for one receiver says nothing about the relay, so another one may go.
      if (probe !== null) return now() - probe.at < PROBE_PATIENCE_MS ? { trouble, probeInMs: 0 } : null;
      const probeInMs = until - now();
      return probeInMs <= 0 ? null : { trouble, probeInMs };
    },
    begin: () => {
      const turn = { at: now(), opening: open };
      if (open !== null) open.probe = turn;
      return turn;
    },
    end: (evidence, turn) => {
      if (open !== null) {
        const wasProbe = turn.opening === open;
        if (evidence.kind === 'health') close();
        else if (wasProbe && evidence.kind === 'certain') trip(evidence.trouble);
        else if (wasProbe && evidence.kind === 'likely' && isEnough(evidence.receivers)) trip(evidence.trouble);
        // Not one that others were let past: the last of them is still under way.
        else if (turn === open.probe) open.probe = null;
        return;
      }
      if (evidence.kind === 'nothing' || (evidence.kind !== 'health' && turn.at < openedAt)) return;
      if (evidence.kind === 'certain') trip(evidence.trouble);
      else if (evidence.kind === 'health') note(null);
      else if (isEnough(evidence.receivers)) trip(evidence.trouble);
    },
  };
}
