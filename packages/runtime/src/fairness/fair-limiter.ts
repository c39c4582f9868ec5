import { weightOf } from './key-weights.ts';
import { watchShares } from './shared-resources.ts';

/** A part of something scarce that a key holds. */
export interface Share {
  /** Gives back all but `amount`. A share never grows. */
  readonly shrinkTo: (amount: number) => void;
  /** Gives back the rest. A second call does nothing. */
  readonly release: () => void;
}

/** What is asked for. */
export interface ShareRequest {
  /** One where it is left out. */
  readonly amount?: number;
  /** Ends the wait. */
  readonly signal?: AbortSignal;
}

/** Something scarce, such as places or bytes, that keys wait for in turns. */
export interface FairLimiter {
  /**
   * Waits until the key may have so much. Keys take turns, each first in first out, so a key with many requests delays its
   * own and no other's; in its turn a key is granted as many requests as it weighs. A key that holds something already gets
   * no more than its share; a key that holds nothing waits only for what is free. More than there is in all is granted when
   * nobody else holds anything.
   *
   * @throws the reason of `signal` when it is aborted while the request waits.
   */
  readonly acquire: (key: string, request?: ShareRequest) => Promise<Share>;
  /** As `acquire`, but null where the request would wait for longer, in milliseconds, or is aborted. */
  readonly acquireWithin: (key: string, timeoutMs: number, request?: ShareRequest) => Promise<Share | null>;
  /** As `acquire`, but null at once instead of waiting, also while others wait. */
  readonly tryAcquire: (key: string, amount?: number) => Share | null;
  /** Whether so much more would be within the share of the key, be it free or not. */
  readonly isWithinShare: (key: string, amount?: number) => boolean;
  /** What a key holds. */
  readonly heldBy: (key: string) => number;
  /** Whether more than one key has ever asked for something. */
  readonly hasSeveralKeys: () => boolean;
  /** Requests that wait, of one key or of all. */
  readonly waiting: (key?: string) => number;
}

/** How a limiter shares out. */
export interface FairLimiterOptions {
  /** Its name in metrics and in docs/fairness.md. */
  readonly resource: string;
  /** How much there is: of places, or of bytes. */
  readonly total: number;
  /**
   * What a key of weight 1 that holds something already may hold, as a multiple of what stays free. 4, so one key alone gets
   * four fifths.
   */
  readonly shareOfFree?: number;
  /**
   * Whether a key may have everything until a second one asks for something, for what is costly to leave unused. The second key
   * then waits, that one time, until the first gives something back.
   */
  readonly soleKeyMayHaveAll?: boolean;
}

interface Waiter {
  readonly amount: number;
  readonly grant: (share: Share) => void;
}

/** The requests of a key that wait, first in first out. */
interface Line {
  readonly waiters: Waiter[];
  /** How many were granted in the turn that the key has now. */
  granted: number;
}

/** Opens a limiter. The share of a key follows from what is free and from its weight, as in `openFairBudget`. */
export function openFairLimiter(options: FairLimiterOptions): FairLimiter {
  const { resource, total, shareOfFree = 4, soleKeyMayHaveAll = false } = options;
  const held = new Map<string, number>();
  /** The first two keys; there may be any number of them. */
  const seen = new Set<string>();
  /** In the order in which it is the keys' turn. */
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

  /** Puts a key behind the others once its turn is over. A turn goes on over several releases: each may free only one place. */
  const endTurn = (key: string, line: Line): boolean => {
    if (line.waiters.length > 0 && line.granted < weightOf(key)) return false;
    line.granted = 0;
    lines.delete(key);
    if (line.waiters.length > 0) lines.set(key, line);
    return true;
  };
  /** Gives each key one turn at most. @returns whether there may be something for another round. */
  const serveRound = (): boolean => {
    let hasGranted = false;
    for (const [key, line] of [...lines]) {
      do {
        const [first] = line.waiters;
        if (first === undefined || exceedsShare(key, first.amount)) break;
        // The keys behind would overtake a large request again and again.
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
        // A large request may have held up those behind it.
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
