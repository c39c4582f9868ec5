import type { RelayGate } from './relay-gate.ts';

/** Mail that would have to wait for too long if it were taken up now. */
export interface HeldUp {
  /** The domain of the receiver, in lower case as it was written; null for all mail. */
  readonly domain: string | null;
  readonly reason: 'slow_receiver' | 'at_rate_limit';
  /** For people. */
  readonly message: string;
  /** Milliseconds from one email to the next at which it is worth trying again. */
  readonly intervalMs: number;
}

/** Whoever would wait for longer than this for the rate limit of every relay is not to wait here. In milliseconds. */
const LONG_TURN_MS = 10_000;
/** Emails for a slow receiver come back so far apart, in milliseconds. */
const SLOW_INTERVAL_MS = 100;

/**
 * What is held up at every relay that is of use. Costs next to nothing while nothing is.
 *
 * @param waiting so many deliveries wait for a relay now.
 */
export function findHeldUp(gates: readonly RelayGate[], waiting: number): HeldUp[] {
  const [first, ...others] = gates.filter(({ isUsable }) => isUsable);
  if (first === undefined) return [];
  const usable = [first, ...others];
  if (usable.every((gate) => gate.msUntilTurn(waiting + 1) > LONG_TURN_MS)) {
    const perMs = usable.reduce((sum, { intervalMs }) => sum + 1 / intervalMs, 0);
    return [
      { domain: null, reason: 'at_rate_limit', message: 'every relay is at its rate limit', intervalMs: Math.round(1 / perMs) },
    ];
  }
  const slow = first.heldUp();
  if (slow.length === 0) return [];
  const elsewhere = others.map((gate) => new Set(gate.heldUp().map(({ domain }) => domain)));
  return slow
    .filter(({ domain }) => elsewhere.every((domains) => domains.has(domain)))
    .map(({ domain }) => ({
      domain,
      reason: 'slow_receiver',
      message: `${domain} keeps the connections that it may have waiting for its answers`,
      intervalMs: SLOW_INTERVAL_MS,
    }));
}
