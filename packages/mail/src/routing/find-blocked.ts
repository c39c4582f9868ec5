import type { FullShare } from './receiver-shares.ts';
import type { RelayGate } from './relay-gate.ts';

/** Mail that would have to wait for too long if an attempt began now. */
export interface BlockedMail {
  /** The recipients' domain in lower case, as it was written; null for every domain. */
  readonly domain: string | null;
  /** The sender, as deliveries name it; null for every sender. */
  readonly sender: string | null;
  readonly reason: 'slow_receiver' | 'at_rate_limit';
  /** For people. */
  readonly message: string;
  /** Milliseconds from one email to the next at which it is worth trying again. */
  readonly intervalMs: number;
}

/** Mail that would wait for longer than this for the rate limit of every relay is blocked. In milliseconds. */
const MAX_RATE_LIMIT_WAIT_MS = 10_000;
/** Emails for a slow receiver, or of a sender whose mail is answered slowly, come back at this interval, in milliseconds. */
const SLOW_INTERVAL_MS = 100;

/**
 * The mail that is blocked at every usable relay. Costs next to nothing while none is.
 *
 * @param waiting the number of deliveries that wait for a relay now.
 */
export function findBlocked(gates: readonly RelayGate[], waiting: number): BlockedMail[] {
  const [first, ...others] = gates.filter(({ isUsable }) => isUsable);
  if (first === undefined) return [];
  const usable = [first, ...others];
  if (usable.every((gate) => gate.msUntilTurn(waiting + 1) > MAX_RATE_LIMIT_WAIT_MS)) {
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
