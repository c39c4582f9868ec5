/** A lane for emails that were set aside: while they wait, they hold no delivery slot. */
import type { Logger } from '@sendoff/runtime';
import type { SetAside } from '@sendoff/db';

/** Processes emails that were set aside. */
export interface Lane {
  /** Takes over the email: the lane sends it or returns it to the table. */
  readonly take: (email: SetAside) => void;
  /** Aborts `closing` so that waiting emails are returned, and resolves when all work has ended. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a lane.
 *
 * @param work processes an email until its next state is in the table; `closing` is aborted when the lane closes.
 * @param failure the log message when `work` rejects. The email is due again when its set-aside time ends.
 */
export function openLane({
  work,
  failure,
  logger,
}: {
  readonly work: (email: SetAside, closing: AbortSignal) => Promise<void>;
  readonly failure: string;
  readonly logger: Logger;
}): Lane {
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();
  return {
    take: (email) => {
      const working = work(email, closing.signal)
        .catch((error: unknown) => logger.error({ err: error, emailId: email.emailId }, failure))
        .finally(() => underWay.delete(working));
      underWay.add(working);
    },
    close: async () => {
      closing.abort();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
