/** Keeps the leases of the attempts that this worker has under way. */
import type { Logger } from '@sendoff/runtime';
import { renewLeases, type Database } from '@sendoff/db';

/** Renews leases while they are held. */
export interface LeaseKeeper {
  /** Keeps the lease of this email from now on; call the function that is returned to let go. */
  hold(emailId: string): () => void;
  /** Whether the lease of this email is being kept, even if the database has been away for too long to renew it. */
  holds(emailId: string): boolean;
  /** Notes that the outcome of the last attempt of this email is written down. */
  trackRecorded(emailId: string): void;
  /** Notes that a sweep closed an open attempt of this email: one that was not known of, or that could not be recorded. */
  trackClosed(emailId: string): void;
  /** Notes that attempts of these emails are being begun; to be followed by what came of it. */
  trackClaims(emailIds: readonly string[]): ClaimTracker;
  /** Emails of which an attempt may be open, of late, without this worker's knowing. */
  unconfirmedClaims(): string[];
  /** Whether the attempt that `owner` has open was begun without its worker, this one, knowing: nothing was sent in it. */
  wasNeverConfirmed(emailId: string, owner: string | null): boolean;
  stop(): void;
}

/** What came of beginning; one of the two is to be called, in the same turn as the answer arrives. */
export interface ClaimTracker {
  /** These were begun. */
  begun(emailIds: readonly string[]): void;
  /** The answer was lost: each of them may have been begun or not. */
  unknown(): void;
}

/** Emails that are remembered so; those beyond are taken for in doubt, which is the safe mistake. */
const MAX_UNCONFIRMED = 10_000;
/** After so many lengths of a lease, an attempt that was begun unknowingly has been found by its lease. */
const REMEMBERED_LEASES = 2;

/** Renews all held leases, in one statement, three times in each lease's length. */
export function keepLeases(options: {
  readonly database: Database;
  readonly worker: string;
  readonly leaseMs: number;
  readonly logger: Logger;
}): LeaseKeeper {
  const { database, worker, leaseMs, logger } = options;
  // By attempt: a late one and the next one of the same email may be under way together.
  const held = new Map<symbol, string>();
  /** When the answer was lost, by the clock of this process. */
  const unknown = new Map<string, number>();
  /** So many begins of an email are under way. */
  const beginning = new Map<string, number>();
  /**
   * Begun here, with an outcome that is not written down yet; where it could not be, until a sweep closes the attempt: until
   * then, an answer that is lost to a late job for it must not make it one in which nothing was sent.
   */
  const known = new Set<string>();
  const timer = setInterval(() => {
    renewLeases(database, worker, [...held.values()], leaseMs).catch((error: unknown) => {
      logger.warn({ err: error, held: held.size }, 'leases could not be renewed');
    });
  }, leaseMs / 3);
  timer.unref();

  const holds = (emailId: string): boolean => [...held.values()].includes(emailId);
  const addUnconfirmed = (emailId: string): void => {
    // A late job for an email whose attempt is known of: it may have been sent.
    if (known.has(emailId)) return;
    unknown.delete(emailId);
    unknown.set(emailId, performance.now());
    const [oldest] = unknown.keys();
    if (unknown.size > MAX_UNCONFIRMED && oldest !== undefined) unknown.delete(oldest);
  };
  const count = (emailIds: readonly string[], change: 1 | -1): void => {
    for (const id of emailIds) {
      const left = (beginning.get(id) ?? 0) + change;
      if (left === 0) beginning.delete(id);
      else beginning.set(id, left);
    }
  };

  return {
    hold: (emailId) => {
      const attempt = Symbol(emailId);
      held.set(attempt, emailId);
      return () => held.delete(attempt);
    },
    holds,
    trackRecorded: (emailId) => {
      known.delete(emailId);
    },
    trackClosed: (emailId) => {
      unknown.delete(emailId);
      // Of one that is held, a newer attempt may be under way.
      if (!holds(emailId)) known.delete(emailId);
    },
    trackClaims: (emailIds) => {
      count(emailIds, 1);
      return {
        begun: (begunIds) => {
          count(emailIds, -1);
          for (const id of begunIds) {
            unknown.delete(id);
            known.add(id);
          }
        },
        unknown: () => {
          count(emailIds, -1);
          emailIds.forEach(addUnconfirmed);
        },
      };
    },
    unconfirmedClaims: () => {
      const since = performance.now() - REMEMBERED_LEASES * leaseMs;
      return [...unknown].flatMap(([emailId, at]) => (at >= since ? [emailId] : []));
    },
    // One that is being begun just now may be known of in the next moment; one that is held is known, whatever became of
    // an earlier one.
    wasNeverConfirmed: (emailId, owner) =>
      owner === worker && unknown.has(emailId) && !known.has(emailId) && !beginning.has(emailId) && !holds(emailId),
    stop: () => clearInterval(timer),
  };
}
