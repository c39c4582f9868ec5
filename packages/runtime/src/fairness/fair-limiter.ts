import { weightOf } from './key-weights.ts';
import { watchShares } from './shared-resources.ts';

/** An amount of a limited resource held by a key. */
export interface Share {
  /** Returns all but `amount`. A share never grows. */
  readonly shrinkTo: (amount: number) => void;
  /** Returns the rest. Idempotent. */
  readonly release: () => void;
}

/** A request for a share. */
export interface ShareRequest {
  /** 1 by default. */
  readonly amount?: number;
  /** Aborts waiting. */
  readonly signal?: AbortSignal;
}

/** A limited resource, such as slots or bytes, for which keys wait in turns. */
export interface FairLimiter {
  /**
   * Waits until the key can have the amount. Keys take turns, each first in, first out, so a key with many requests delays only
   * its own; in its turn a key is granted as many requests as its weight. A key that holds something gets no more than its
   * share; a key that holds nothing waits only for free capacity. An amount above the total is granted when nothing is held.
   *
   * @throws the reason of `signal` when it is aborted while the request waits.
   */
  readonly acquire: (key: string, request?: ShareRequest) => Promise<Share>;
  /** As `acquire`, but resolves to null after `timeoutMs` milliseconds or when aborted. */
  readonly acquireWithin: (key: string, timeoutMs: number, request?: ShareRequest) => Promise<Share | null>;
  /** As `acquire`, but returns null instead of waiting; ignores waiting requests. */
  readonly tryAcquire: (key: string, amount?: number) => Share | null;
  /** Whether this additional amount is within the share of the key, regardless of free capacity. */
  readonly isWithinShare: (key: string, amount?: number) => boolean;
  /** The amount that a key holds. */
  readonly heldBy: (key: string) => number;
  /** Whether more than one key has ever made a request. */
  readonly hasSeveralKeys: () => boolean;
  /** Number of waiting requests, of one key or of all. */
  readonly waiting: (key?: string) => number;
}

/** Options of a limiter. */
export interface FairLimiterOptions {
  /** Its name in metrics and in docs/fairness.md. */
  readonly resource: string;
  /** The total capacity, such as slots or bytes. */
  readonly total: number;
  /**
   * What a key of weight 1 that already holds something may hold, as a multiple of the remaining free amount. 4 by default, so a
   * single key gets four fifths.
   */
  readonly shareOfFree?: number;
  /**
   * Whether a single key may have everything until a second key makes a request, for resources that are costly to leave unused.
   * The second key then waits once until the first releases something.
   */
  readonly soleKeyMayHaveAll?: boolean;
}

interface Waiter {
  readonly amount: number;
  readonly grant: (share: Share) => void;
}

/** The waiting requests of a key, first in, first out. */
interface Line {
  readonly waiters: Waiter[];
  /** Requests granted in the current turn of the key. */
  granted: number;
}

/** Opens a limiter. The share of a key depends on the free amount and its weight, as in `openFairBudget`. */
export function openFairLimiter(options: FairLimiterOptions): FairLimiter {
  const { resource, total, shareOfFree = 4, soleKeyMayHaveAll = false } = options;
  const held = new Map<string, number>();
  /** The first two keys only, because the number of keys is unbounded. */
  const seen = new Set<string>();
  /** In the order of the keys' turns. */
  const lines = new Map<string, Line>();
  let free = total;

  const open = (key: string, amount: number): Share => {
    let left = 0;
    const hold = (change: number): void => {
      left += change;
      free -= change;
      const now = (held.get(key) ?? 0) + change;
      if (now === 0) held.delete(key);
      else held.set(key, now);
    };
    hold(amount);
    const shrinkTo = (wanted: number): void => {
      if (wanted >= left) return;
      hold(wanted - left);
      serve();
    };
    return { shrinkTo, release: () => shrinkTo(0) };
  };
  const note = (key: string): void => {
    if (seen.size < 2) seen.add(key);
  };
  const exceedsShare = (key: string, amount: number): boolean => {
    if (soleKeyMayHaveAll && seen.size < 2) return false;
    const mine = held.get(key) ?? 0;
    return mine > 0 && mine + amount > shareOfFree * weightOf(key) * (free - amount);
  };
  const fits = (amount: number): boolean => amount <= free || free === total;

  /** Moves a key behind the others once its turn is over. A turn may last several releases, each freeing a single slot. */
  const endTurn = (key: string, line: Line): boolean => {
    if (line.waiters.length > 0 && line.granted < weightOf(key)) return false;
    line.granted = 0;
    lines.delete(key);
    if (line.waiters.length > 0) lines.set(key, line);
    return true;
  };
  /** Gives each key at most one turn. @returns whether another round may grant more. */
  const serveRound = (): boolean => {
    let hasGranted = false;
    for (const [key, line] of [...lines]) {
      do {
        const [first] = line.waiters;
        if (first === undefined || exceedsShare(key, first.amount)) break;
        // Otherwise later keys would keep overtaking a large request.
        if (!fits(first.amount)) return false;
        line.waiters.shift();
        line.granted += 1;
        first.grant(open(key, first.amount));
        hasGranted = true;
      } while (!endTurn(key, line));
    }
    return hasGranted;
  };
  const serve = (): void => {
    while (serveRound());
  };

  const wait = (key: string, amount: number, signal: AbortSignal | undefined): Promise<Share> =>
    new Promise((resolve, reject) => {
      const line = lines.get(key) ?? { waiters: [], granted: 0 };
      const { waiters } = line;
      const giveUp = (): void => {
        waiters.splice(waiters.indexOf(waiter), 1);
        if (waiters.length === 0 && lines.get(key) === line) lines.delete(key);
        reject(signal?.reason as Error);
        // The aborted request may have blocked those behind it.
        serve();
      };
      const waiter: Waiter = {
        amount,
        grant: (share) => {
          signal?.removeEventListener('abort', giveUp);
          resolve(share);
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      waiters.push(waiter);
      lines.set(key, line);
    });

  const tryAcquire = (key: string, amount = 1): Share | null => {
    note(key);
    return exceedsShare(key, amount) || !fits(amount) ? null : open(key, amount);
  };
  const acquire: FairLimiter['acquire'] = async (key, { amount = 1, signal } = {}) => {
    signal?.throwIfAborted();
    note(key);
    const mayPass =
      lines.size === 0 ||
      [...lines].every(([other, { waiters }]) => {
        const [first] = waiters;
        return other !== key && first !== undefined && exceedsShare(other, first.amount);
      });
    return (mayPass ? tryAcquire(key, amount) : null) ?? wait(key, amount, signal);
  };
  const acquireWithin: FairLimiter['acquireWithin'] = async (key, timeoutMs, { amount, signal } = {}) => {
    const waiting = new AbortController();
    const giveUp = (): void => waiting.abort();
    if (signal?.aborted === true) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    const timer = setTimeout(giveUp, timeoutMs).unref();
    try {
      return await acquire(key, { signal: waiting.signal, ...(amount !== undefined && { amount }) });
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    }
  };

  const shares = () =>
    [...new Set([...held.keys(), ...lines.keys()])].map((key) => ({
      key,
      held: held.get(key) ?? 0,
      waiting: lines.get(key)?.waiters.length ?? 0,
    }));
  watchShares(resource, shares);

  return {
    acquire,
    acquireWithin,
    tryAcquire,
    isWithinShare: (key, amount = 1) => {
      note(key);
      return !exceedsShare(key, amount);
    },
    heldBy: (key) => held.get(key) ?? 0,
    hasSeveralKeys: () => seen.size > 1,
    waiting: (key) =>
      key === undefined
        ? [...lines.values()].reduce((sum, { waiters }) => sum + waiters.length, 0)
        : (lines.get(key)?.waiters.length ?? 0),
  };
}
