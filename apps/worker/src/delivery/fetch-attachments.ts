/** Gets the files of an email that were given by URL. */
import { permanentFailure, type LocalFailure } from '@sendoff/core';
import { openFairLimiter, shareKeyOf, type FairBudget, type FairLimiter, type Logger } from '@sendoff/runtime';
import { keepFetchedAttachment, type Database, type DeliveryAttachment, type SetAside } from '@sendoff/db';
import {
  fetchWithRetries,
  type Fetched,
  type FetchFailed,
  type Fetcher,
  type FetchRefused,
  type FetchRetries,
} from '@sendoff/fetch';
import { retryUntilDeadline } from './retry-until-deadline.ts';
import { isToBeFetched } from './sending-memory.ts';

/** What {@link fetchAttachments} needs. */
export interface FetchingParts {
  readonly database: Database;
  readonly fetcher: Pick<Fetcher, 'get'>;
  /** Bytes that are being fetched, by key. */
  readonly room: FairBudget;
  /** Fetches under way, by key and host. */
  readonly hosts: FairLimiter;
  readonly logger: Logger;
  /** Of each file; some seconds between three tries when left out. */
  readonly retries?: FetchRetries;
}

/** What came of it. Of what could not be fetched now, or was interrupted, nothing is lost: the next try goes on from there. */
export type FetchingEnd =
  { readonly kind: 'complete' } | { readonly kind: 'no_room' } | { readonly kind: 'interrupted' } | LocalFailure;

/** Bytes of all files together once they are base64, those that came with the request among them; as the API has it. */
const MAX_BASE64_BYTES = 40 * 1024 * 1024;

/** For each try of each file. */
const FETCH_TIMEOUT_MS = 30_000;
/** For all files of an email, tries and pauses included. */
const ALL_FILES_TIMEOUT_MS = 120_000;
/** A host with as many fetches of the key under way as it may have is waited for so long. */
const HOST_WAIT_TIMEOUT_MS = 5000;

const RETRIES: FetchRetries = { tries: 3, delaysMs: [1000, 4000] };

/** How long fetched bytes are kept in hand while the database is away. */
const KEEPING_LIMIT_MS = 60_000;

/**
 * Of the fetches that one worker has under way, those of one key from one host are half at most: a host that is slow holds up
 * neither what the key fetches elsewhere, nor what other keys fetch there. A weight of the key does not count here: with a large
 * one, a slow host would hold up nearly all that the key fetches.
 */
export const openHosts = (total: number): FairLimiter =>
  openFairLimiter({ resource: 'attachment_fetch_hosts', total, shareOfFree: 1 });

/**
 * Fetches the files of an email that have a URL and no bytes yet, one after the other, and keeps
 * them, so that every later attempt sends the same bytes and asks no one for them.
 *
 * @param signal gives it up.
 * @throws when the database stays away.
 */
export async function fetchAttachments(
  parts: FetchingParts,
  { apiKeyId, attachments }: Pick<SetAside, 'apiKeyId' | 'attachments'>,
  signal: AbortSignal,
): Promise<FetchingEnd> {
  const key = shareKeyOf(apiKeyId);
  const deadline = performance.now() + ALL_FILES_TIMEOUT_MS;
  let left = MAX_BASE64_BYTES - attachments.reduce((sum, { size }) => sum + base64Length(size ?? 0), 0);
  for (const attachment of attachments) {
    if (attachment.url === null || !isToBeFetched(attachment)) continue;
    const room = openRoom(parts.room, key);
    try {
      const fetched = await fetchFile(parts, attachment.url, { key, room, maxBytes: rawLength(left), deadline, signal });
      if (fetched.kind === 'failed' && fetched.reason === 'interrupted') return { kind: 'interrupted' };
      if (fetched.kind === 'failed' && fetched.reason === 'no_room') return { kind: 'no_room' };
      if (fetched.kind === 'out_of_time')
        return permanentFailure('attachment_unavailable', 'Fetching the attachments took too long.');
      if (fetched.kind !== 'ok') return permanentFailure('attachment_unavailable', explain(attachment, fetched));
      left -= base64Length(fetched.bytes.length);
      await keep(parts, attachment, fetched);
    } finally {
      room.leave();
    }
  }
  return { kind: 'complete' };
}

interface FileTerms {
  readonly key: string;
  readonly room: Room;
  readonly maxBytes: number;
  /** By `performance.now()`. */
  readonly deadline: number;
  readonly signal: AbortSignal;
}

async function fetchFile(
  { fetcher, hosts, retries = RETRIES }: FetchingParts,
  url: string,
  { key, room, maxBytes, deadline, signal }: FileTerms,
): Promise<Fetched | FetchFailed | FetchRefused | { readonly kind: 'out_of_time' }> {
  const leftMs = deadline - performance.now();
  if (leftMs <= 0) return { kind: 'out_of_time' };
  const place = await placeAt(hosts, { key, url, signal });
  if (place === null) {
    const reason = signal.aborted ? 'interrupted' : 'no_room';
    return { kind: 'failed', reason, message: 'There was no place for the fetch.', temporary: false };
  }
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), leftMs);
  const limits = {
    ...{ maxBytes, timeoutMs: FETCH_TIMEOUT_MS, takeRoom: room.take },
    signal: AbortSignal.any([signal, ended.signal]),
  };
  // What came of a try before is let go of.
  const get: Fetcher['get'] = (...asked) => {
    room.leave();
    return fetcher.get(...asked);
  };
  try {
    const fetched = await fetchWithRetries({ get }, url, limits, retries);
    const isOutOfTime = fetched.kind === 'failed' && fetched.reason === 'interrupted' && !signal.aborted;
    return isOutOfTime ? { kind: 'out_of_time' } : fetched;
  } finally {
    clearTimeout(timer);
    place.release();
  }
}

/** A place among the fetches from the host of a URL; null when there is none soon. What is no URL needs none, and is refused. */
async function placeAt(
  hosts: FairLimiter,
  { key, url, signal }: { readonly key: string; readonly url: string; readonly signal: AbortSignal },
): Promise<{ readonly release: () => void } | null> {
  if (!URL.canParse(url)) return { release: () => undefined };
  return hosts.acquireWithin(`${key} ${new URL(url).host}`, HOST_WAIT_TIMEOUT_MS, { signal });
}

interface Room {
  readonly take: (bytes: number) => boolean;
  readonly leave: () => void;
}

function openRoom(budget: FairBudget, key: string): Room {
  let held = 0;
  return {
    take: (bytes) => {
      if (!budget.take(key, bytes)) return false;
      held += bytes;
      return true;
    },
    leave: () => {
      if (held > 0) budget.giveBack(key, held);
      held = 0;
    },
  };
}

async function keep(
  { database, logger }: FetchingParts,
  { id }: DeliveryAttachment,
  { bytes, contentType }: Fetched,
): Promise<void> {
  await retryUntilDeadline(() => keepFetchedAttachment(database, id, { bytes, contentType }), KEEPING_LIMIT_MS, logger);
  logger.info({ attachmentId: id, size: bytes.length }, 'attachment fetched');
}

/** Files are counted from 1, as the API counts them when it speaks of what is wrong with one. */
function explain({ position }: DeliveryAttachment, result: FetchRefused | FetchFailed): string {
  const name = `Attachment ${String(position + 1)}`;
  return result.reason === 'too_large'
    ? `${name} brings the attachments over 40 MB together, counted as base64.`
    : `${name} could not be fetched. ${result.message}`;
}

const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;
const rawLength = (base64Bytes: number): number => Math.max(0, Math.floor(base64Bytes / 4) * 3);
