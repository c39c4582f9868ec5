/** A lane for emails that were set aside: what they wait for takes no place from others. */
import type { Logger } from '@sendoff/runtime';
import type { SetAside } from '@sendoff/db';

/** A lane for emails that were set aside. */
export interface Lane {
  /** Takes an email, and answers for it from here on. */
  readonly take: (email: SetAside) => void;
  /** Takes no more; what can be is given back at once, and the rest ends. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a lane.
 *
 * @param work works on an email until the table has it again; `closing` is aborted when the lane closes.
 * @param failure is logged when `work` rejects. The email is then due again by itself, after a while.
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
