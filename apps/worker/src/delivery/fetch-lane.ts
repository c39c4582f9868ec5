/** The lane for emails whose files are to be fetched: outside the places and the memory for sending. */
import { openFairBudget, openFairLimiter, type Logger } from '@sendoff/config';
import type { SetAside } from '@sendoff/db';
import { OPERATOR, type AsideKeeper } from './aside-keeper.ts';
import type { Unsendable } from './attempt-end.ts';
import { fetchAttachments, openHosts, type FetchingEnd, type FetchingParts } from './fetch-attachments.ts';

/** A lane for emails that were set aside. */
export interface Lane {
  /** Takes an email, and answers for it from here on. */
  readonly take: (email: SetAside) => void;
  /** Takes no more; what can be is given back at once, and the rest ends. */
  readonly close: () => Promise<void>;
}

/** Emails of each worker whose files are fetched at once. */
const MAX_FETCHES = 20;
/** Bytes of files that were fetched and are not kept yet. One key alone gets two thirds, which is more than the largest file. */
const MAX_FETCHED_BYTES = 64 * 1024 * 1024;
/** An email that gets no place for so long is put off. */
const PLACE_WAIT_TIMEOUT_MS = 5000;
/** And so is one before which so many of its key wait. */
const MAX_WAITING = 200;

const NO_ROOM = { reason: 'fetching_attachments', message: 'all places for fetching files of this API key are in use' };

/** Opens the lane of one worker. */
export function openFetchLane({
  aside,
  fail,
  logger,
  ...parts
}: Omit<FetchingParts, 'room' | 'hosts'> & {
  readonly aside: AsideKeeper;
  /** Ends an email whose files cannot be had, by an attempt. */
  readonly fail: (email: SetAside, end: Unsendable) => Promise<void>;
  readonly logger: Logger;
}): Lane {
  const places = openFairLimiter({ resource: 'attachment_fetches', total: MAX_FETCHES });
  const fetching: FetchingParts = {
    ...parts,
    logger,
    room: openFairBudget(MAX_FETCHED_BYTES, { resource: 'attachment_fetch_bytes' }),
    hosts: openHosts(MAX_FETCHES),
  };
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();

  const fetch = async (email: SetAside): Promise<FetchingEnd> => {
    const key = email.apiKeyId ?? OPERATOR;
    if (places.waiting(key) >= MAX_WAITING) return { kind: 'no_room' };
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(PLACE_WAIT_TIMEOUT_MS)]);
    const place = await places.acquire(key, { signal }).catch(() => null);
    if (place === null) return { kind: closing.signal.aborted ? 'interrupted' : 'no_room' };
    try {
      return await fetchAttachments(fetching, email, closing.signal);
    } finally {
      place.release();
    }
  };
  const work = async (email: SetAside): Promise<void> => {
    const letGo = aside.keep(email);
    try {
      const end = await fetch(email);
      switch (end.kind) {
        case 'complete':
        case 'interrupted':
          await aside.return(email, { enqueue: true });
          break;
        case 'no_room':
          await aside.postpone(email, NO_ROOM);
          break;
        case 'unsendable':
          await fail(email, end);
          break;
      }
    } finally {
      letGo();
    }
  };

  return {
    take: (email) => {
      const working = work(email)
        // It is due again by itself, after a while.
        .catch((error: unknown) => logger.error({ err: error, emailId: email.emailId }, 'files of an email could not be fetched'))
        .finally(() => underWay.delete(working));
      underWay.add(working);
    },
    close: async () => {
      closing.abort();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
