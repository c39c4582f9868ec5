/** Keeps the leases of the attempts that this worker has under way. */
import type { Logger } from '@sendoff/config';
import { renewLeases, type Database } from '@sendoff/db';

/** Renews leases while they are held. */
export interface LeaseKeeper {
  /** Keeps the lease of this email from now on; call the function that is returned to let go. */
  hold(emailId: string): () => void;
  /** Whether the lease of this email is being kept, even if the database has been away for too long to renew it. */
  holds(emailId: string): boolean;
  /** Notes that the outcome of the last attempt of this email is written down. */
  noteRecorded(emailId: string): void;
  /** Notes that an attempt may have been begun for this worker without its knowing: the answer was lost. */
  noteUnknownBegin(emailId: string): void;
  /** Whether the attempt that `owner` has open was begun without its worker, this one, knowing: nothing was sent in it. */
  neverKnewOf(emailId: string, owner: string | null): boolean;
  stop(): void;
}

/** Emails that are remembered so; those beyond are taken for in doubt, which is the safe mistake. */
const MOST_UNKNOWN = 10_000;

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
  const unknown = new Set<string>();
  /** Begun here, with an outcome that is not written down yet. */
  const known = new Set<string>();
  const timer = setInterval(() => {
    renewLeases(database, worker, [...held.values()], leaseMs).catch((error: unknown) => {
      logger.warn({ err: error, held: held.size }, 'leases could not be renewed');
    });
  }, leaseMs / 3);
  timer.unref();
  return {
    hold: (emailId) => {
      unknown.delete(emailId);
      known.add(emailId);
      const attempt = Symbol(emailId);
      held.set(attempt, emailId);
      return () => held.delete(attempt);
    },
    holds: (emailId) => [...held.values()].includes(emailId),
    noteRecorded: (emailId) => {
      known.delete(emailId);
    },
    noteUnknownBegin: (emailId) => {
      // A late job for an email whose attempt is known of: it may have been sent.
      if (known.has(emailId)) return;
      unknown.add(emailId);
      const [oldest] = unknown;
      if (unknown.size > MOST_UNKNOWN && oldest !== undefined) unknown.delete(oldest);
    },
    neverKnewOf: (emailId, owner) => owner === worker && unknown.has(emailId) && !known.has(emailId),
    stop: () => clearInterval(timer),
  };
}
