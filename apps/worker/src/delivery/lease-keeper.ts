/** Renews the leases of this worker's running attempts, and tracks attempts whose begin was never confirmed. */
import type { Logger } from '@sendoff/runtime';
import { renewLeases, type Database } from '@sendoff/db';

/** Renews leases while they are held. */
export interface LeaseKeeper {
  /** Keeps renewing the email's lease until the returned function is called. */
  hold(emailId: string): () => void;
  /** Whether the email's lease is held, even if it expired because the database was down too long to renew it. */
  holds(emailId: string): boolean;
  /** The outcome of the email's last attempt has been recorded. */
  trackRecorded(emailId: string): void;
  /** A sweep closed an open attempt of the email: one whose begin was unconfirmed, or whose outcome could not be recorded. */
  trackClosed(emailId: string): void;
  /** Attempts of these emails are being begun; report the result to the returned tracker. */
  trackClaims(emailIds: readonly string[]): ClaimTracker;
  /** Emails that may have an open attempt of this worker because the answer to a recent begin was lost. */
  unconfirmedClaims(): string[];
  /** Whether the open attempt of `owner` is this worker's and its begin was never confirmed, so nothing was sent. */
  wasNeverConfirmed(emailId: string, owner: string | null): boolean;
  stop(): void;
}

/** Takes the result of a begin. Call exactly one method, in the same tick in which the answer arrives. */
export interface ClaimTracker {
  /** These emails were begun; the others were not. */
  begun(emailIds: readonly string[]): void;
  /** The answer was lost: each email may or may not have been begun. */
  unknown(): void;
}

/** Most unconfirmed emails remembered. The attempts of the others end as in doubt, which is safe. */
const MAX_UNCONFIRMED = 10_000;
/** After this many lease lengths, an unconfirmed attempt has been found through its expired lease. */
const REMEMBERED_LEASES = 2;

/** Renews all held leases in one statement, three times per lease length. */
export function keepLeases(options: {
  readonly database: Database;
  readonly worker: string;
  readonly leaseMs: number;
  readonly logger: Logger;
}): LeaseKeeper {
  const { database, worker, leaseMs, logger } = options;
  // Keyed by attempt: a late attempt and the next one of the same email may run concurrently.
  const held = new Map<symbol, string>();
  /** When the answer to the begin was lost, by email; from `performance.now()`. */
  const unknown = new Map<string, number>();
  /** Number of pending begins, by email. */
  const beginning = new Map<string, number>();
  /**
   * Emails whose begin was confirmed and whose outcome is not recorded yet. An email stays here until a sweep closes its
   * attempt: a lost answer to a late job for it must not make it count as never sent.
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
    // A late job for an email whose attempt is confirmed: the email may have been sent.
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
      // A held lease may belong to a newer attempt of the same email.
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
    // A pending begin may be confirmed any moment, and a held lease means that the current attempt is confirmed.
    wasNeverConfirmed: (emailId, owner) =>
      owner === worker && unknown.has(emailId) && !known.has(emailId) && !beginning.has(emailId) && !holds(emailId),
    stop: () => clearInterval(timer),
  };
}
