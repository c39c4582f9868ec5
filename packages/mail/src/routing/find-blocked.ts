import type { FullShare } from './receiver-shares.ts';
import type { RelayGate } from './relay-gate.ts';

/** Mail that would wait too long for a relay if an attempt began now. */
export interface BlockedMail {
  /** The recipients' domain in lower case, not converted to ASCII; null for every domain. */
  readonly domain: string | null;
  /** The sender as in `DeliverOptions`; null for every sender. */
  readonly sender: string | null;
  readonly reason: 'slow_receiver' | 'at_rate_limit';
  /** Readable reason. */
  readonly message: string;
  /** Spacing in milliseconds at which blocked emails should return. */
  readonly intervalMs: number;
}

/** Mail that would wait longer than this for the rate limit of every relay is blocked. */
const MAX_RATE_LIMIT_WAIT_MS = 10_000;
/** Spacing of the returns of emails to a slow receiver, or of a sender whose mail is answered slowly. */
const SLOW_INTERVAL_MS = 100;

/**
 * The mail that is blocked at every usable relay. Cheap while none is.
 *
 * @param waiting the number of deliveries waiting for a relay.
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

/** The names that are slow at every relay. */
function slowEverywhere([first, ...others]: readonly RelayGate[], slowAt: (gate: RelayGate) => readonly FullShare[]): string[] {
  const slow = first === undefined ? [] : slowAt(first).map(({ name }) => name);
  if (slow.length === 0) return slow;
  const elsewhere = others.map((gate) => new Set(slowAt(gate).map(({ name }) => name)));
  return slow.filter((name) => elsewhere.every((names) => names.has(name)));
}
