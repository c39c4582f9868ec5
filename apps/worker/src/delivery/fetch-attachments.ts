/** Fetches the attachments of an email that were given by URL. */
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
} from '@sendoff/safe-fetch';
import { retryUntilDeadline } from './retry-until-deadline.ts';
import { isToBeFetched } from './sending-memory.ts';

/** What {@link fetchAttachments} needs. */
export interface FetchingParts {
  readonly database: Database;
  readonly fetcher: Pick<Fetcher, 'get'>;
  /** Budget of bytes being fetched, shared between keys. */
  readonly room: FairBudget;
  /** Limits concurrent fetches by key and host. */
  readonly hosts: FairLimiter;
  readonly logger: Logger;
  /** Retries of each file; by default three tries some seconds apart. */
  readonly retries?: FetchRetries;
}

/** The result. After `no_room` or `interrupted`, the files fetched so far are kept and the next call continues from there. */
export type FetchingEnd =
  { readonly kind: 'complete' } | { readonly kind: 'no_room' } | { readonly kind: 'interrupted' } | LocalFailure;

/** Limit of all files together in base64, including those sent with the request; the same as in the API. */
const MAX_BASE64_BYTES = 40 * 1024 * 1024;

/** For one try of one file. */
const FETCH_TIMEOUT_MS = 30_000;
/** For all files of an email, retries and pauses included. */
const ALL_FILES_TIMEOUT_MS = 120_000;
/** Longest wait for a fetch slot of a host whose slots are all in use by the key. */
const HOST_WAIT_TIMEOUT_MS = 5000;

const RETRIES: FetchRetries = { tries: 3, delaysMs: [1000, 4000] };

/** How long to retry storing fetched bytes while the database is down. */
const KEEPING_LIMIT_MS = 60_000;

/**
 * One key may use at most half of a worker's fetches on one host, so a slow host delays neither the key's other fetches nor
 * other keys' fetches from that host. Key weights are ignored: with a large weight, a slow host would block nearly all of the
 * key's fetches.
 */
export const openHosts = (total: number): FairLimiter =>
  openFairLimiter({ resource: 'attachment_fetch_hosts', total, shareOfFree: 1 });

/**
 * Fetches and stores the attachments that have a URL and no bytes yet, one after the other, so that every later attempt sends
 * the same bytes without another fetch.
 *
 * @param signal aborts the fetches; the result is then `interrupted`.
 * @throws the last database error, when the bytes cannot be stored within a minute.
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
  // Release the bytes of the previous try.
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

/** Acquires a fetch slot for the host of a URL; null when none is free in time. An invalid URL needs none: the fetcher refuses it. */
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

/** Numbers attachments from 1, as the API's error messages do. */
function explain({ position }: DeliveryAttachment, result: FetchRefused | FetchFailed): string {
  const name = `Attachment ${String(position + 1)}`;
  return result.reason === 'too_large'
    ? `${name} brings the attachments over 40 MB together, counted as base64.`
    : `${name} could not be fetched. ${result.message}`;
}

const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;
const rawLength = (base64Bytes: number): number => Math.max(0, Math.floor(base64Bytes / 4) * 3);
