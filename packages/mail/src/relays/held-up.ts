import type { FullShare } from './receiver-shares.ts';
import type { RelayGate } from './relay-gate.ts';

/** Mail that would have to wait for too long if it were taken up now. */
export interface HeldUp {
  /** The domain of the receiver, in lower case as it was written; null whatever the receiver. */
  readonly domain: string | null;
  /** The sender, as deliveries name it; null whoever sends. */
  readonly sender: string | null;
  readonly reason: 'slow_receiver' | 'at_rate_limit';
  /** For people. */
  readonly message: string;
  /** Milliseconds from one email to the next at which it is worth trying again. */
  readonly intervalMs: number;
}

/** Whoever would wait for longer than this for the rate limit of every relay is not to wait here. In milliseconds. */
const LONG_TURN_MS = 10_000;
/** Emails for a slow receiver, or of a sender whose mail is answered slowly, come back so far apart, in milliseconds. */
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
    const message = 'every relay is at its rate limit';
    return [{ ...ALL_MAIL, reason: 'at_rate_limit', message, intervalMs: Math.round(1 / perMs) }];
  }
  return [
    ...slowEverywhere(usable, (gate) => gate.slowReceivers()).map((domain) => ({
      ...ALL_MAIL,
      domain,
      reason: 'slow_receiver' as const,
      message: `${domain} keeps the connections that it may have waiting for its answers`,
      intervalMs: SLOW_INTERVAL_MS,
    })),
    ...slowEverywhere(usable, (gate) => gate.slowSenders()).map((sender) => ({
      ...ALL_MAIL,
      sender,
      reason: 'slow_receiver' as const,
      message: 'the connections that mail of this API key may have are waiting for answers',
      intervalMs: SLOW_INTERVAL_MS,
    })),
  ];
}

const ALL_MAIL = { domain: null, sender: null } as const;

/** The names that are slow at each of the relays. */
function slowEverywhere([first, ...others]: readonly RelayGate[], slowAt: (gate: RelayGate) => readonly FullShare[]): string[] {
  const slow = first === undefined ? [] : slowAt(first).map(({ name }) => name);
  if (slow.length === 0) return slow;
  const elsewhere = others.map((gate) => new Set(slowAt(gate).map(({ name }) => name)));
  return slow.filter((name) => elsewhere.every((names) => names.has(name)));
}
