/** Keeps the leases of the attempts that this worker has under way. */
import type { Logger } from '@sendoff/config';
import { renewLeases, type Database } from '@sendoff/db';

/** Renews leases while they are held. */
export interface LeaseKeeper {
  /** Length of a lease in milliseconds. */
  readonly leaseMs: number;
  /** Keeps the lease of this email from now on; call the function that is returned to let go. */
  hold(emailId: string): () => void;
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
  const held = new Set<string>();
  const timer = setInterval(() => {
    renewLeases(database, worker, [...held], leaseMs).catch((error: unknown) => {
      logger.warn({ err: error, held: held.size }, 'leases could not be renewed');
    });
  }, leaseMs / 3);
  timer.unref();
  return {
    leaseMs,
    hold: (emailId) => {
      held.add(emailId);
      return () => held.delete(emailId);
    },
    stop: () => clearInterval(timer),
  };
}
