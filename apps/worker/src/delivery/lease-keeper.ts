/** Keeps the leases of the attempts that this worker has under way. */
import type { Logger } from '@sendoff/config';
import { renewLeases, type Database } from '@sendoff/db';

/** Renews leases while they are held. */
export interface LeaseKeeper {
  /** Keeps the lease of this email from now on; call the function that is returned to let go. */
  hold(emailId: string): () => void;
  /** Whether the lease of this email is being kept, even if the database has been away for too long to renew it. */
  holds(emailId: string): boolean;
  stop(): void;
}

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
  const timer = setInterval(() => {
    renewLeases(database, worker, [...held.values()], leaseMs).catch((error: unknown) => {
      logger.warn({ err: error, held: held.size }, 'leases could not be renewed');
    });
  }, leaseMs / 3);
  timer.unref();
  return {
    hold: (emailId) => {
      const attempt = Symbol(emailId);
      held.set(attempt, emailId);
      return () => held.delete(attempt);
    },
    holds: (emailId) => [...held.values()].includes(emailId),
    stop: () => clearInterval(timer),
  };
}
