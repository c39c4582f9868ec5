/** The lane for emails whose attachments must be fetched first: they hold no delivery slot and no sending memory. */
import type { LocalFailure } from '@sendoff/core';
import { openFairBudget, openFairLimiter, shareKeyOf, type Logger } from '@sendoff/runtime';
import type { SetAside } from '@sendoff/db';
import type { AsideKeeper } from './aside-keeper.ts';
import { fetchAttachments, openHosts, type FetchingEnd, type FetchingParts } from './fetch-attachments.ts';
import { openLane, type Lane } from './lane.ts';

/** Emails whose attachments a worker fetches concurrently. */
const MAX_FETCHES = 20;
/** Fetched bytes that are not stored yet. A single key gets up to two thirds, which is more than the largest file. */
const MAX_FETCHED_BYTES = 64 * 1024 * 1024;
/** An email that gets no fetch slot within this time is postponed. */
const PLACE_WAIT_TIMEOUT_MS = 5000;
/** An email is also postponed when this many emails of its key are already waiting. */
const MAX_WAITING = 200;

const NO_ROOM = { reason: 'fetching_attachments', message: 'all places for fetching files of this API key are in use' };

/** Opens the fetch lane of one worker. */
export function openFetchLane({
  aside,
  fail,
  logger,
  ...parts
}: Omit<FetchingParts, 'room' | 'hosts'> & {
  readonly aside: AsideKeeper;
  /** Records a failed attempt for an email whose attachments are unavailable. */
  readonly fail: (email: SetAside, end: LocalFailure) => Promise<void>;
  readonly logger: Logger;
}): Lane {
  const places = openFairLimiter({ resource: 'attachment_fetches', total: MAX_FETCHES });
  const fetching: FetchingParts = {
    ...parts,
    logger,
    room: openFairBudget(MAX_FETCHED_BYTES, { resource: 'attachment_fetch_bytes' }),
    hosts: openHosts(MAX_FETCHES),
  };
  const fetch = async (email: SetAside, closing: AbortSignal): Promise<FetchingEnd> => {
    const key = shareKeyOf(email.apiKeyId);
    if (places.waiting(key) >= MAX_WAITING) return { kind: 'no_room' };
    const place = await places.acquireWithin(key, PLACE_WAIT_TIMEOUT_MS, { signal: closing });
    if (place === null) return { kind: closing.aborted ? 'interrupted' : 'no_room' };
    try {
      return await fetchAttachments(fetching, email, closing);
    } finally {
      place.release();
    }
  };
  const work = async (email: SetAside, closing: AbortSignal): Promise<void> => {
    const letGo = aside.keep(email);
    try {
      const end = await fetch(email, closing);
      switch (end.kind) {
        case 'complete':
        case 'interrupted':
          await aside.return(email, { enqueue: true });
          break;
        case 'no_room':
          await aside.postpone(email, NO_ROOM);
          break;
        case 'local_failure':
          await fail(email, end);
          break;
      }
    } finally {
      letGo();
    }
  };

  return openLane({ work, failure: 'could not fetch attachments', logger });
}
