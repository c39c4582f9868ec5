/** Gets the files of an email that were given by URL. */
import type { Logger } from '@sendoff/config';
import { keepFetchedAttachment, type Database, type Delivery } from '@sendoff/db';
import {
  fetchWithRetries,
  type Fetched,
  type FetchFailed,
  type Fetcher,
  type FetchRefused,
  type FetchRetries,
} from '@sendoff/fetch';
import { unsendable, type Unsendable } from './attempt-end.ts';
import { insist } from './insist.ts';
import type { LoadedAttachment, LoadedDelivery } from './load-attachments.ts';

/** What {@link fetchAttachments} needs. */
export interface FetchingParts {
  readonly database: Database;
  readonly fetcher: Fetcher;
  readonly logger: Logger;
  /** Of each file; some seconds between three tries when left out. */
  readonly retries?: FetchRetries;
}

/** A file with its bytes. */
export type CompleteAttachment = LoadedAttachment & { readonly content: { readonly bytes: Uint8Array<ArrayBuffer> } };

/** An email with the bytes of all its files. */
export type CompleteDelivery = Omit<Delivery, 'attachments'> & { readonly attachments: readonly CompleteAttachment[] };

/** Everything that is to be sent is there. */
export interface FetchedEmail {
  readonly kind: 'complete';
  readonly email: CompleteDelivery;
}

/** Octets of all files together once they are base64, those that came with the request among them; as the API has it. */
const LIMIT = 40 * 1024 * 1024;

/** For each try of each file. */
const FETCH_TIMEOUT_MS = 30_000;
/** After so long no further file is begun: one email with many slow files must not keep others waiting. */
const ALL_FILES_LIMIT_MS = 120_000;

const RETRIES: FetchRetries = { tries: 3, delaysMs: [1000, 4000] };

/** How long fetched bytes are kept in hand while the database is away. */
const KEEPING_LIMIT_MS = 60_000;

/**
 * Fetches the files of an email that have a URL and no bytes yet, one after the other, and keeps
 * them, so that every later attempt sends the same bytes and asks no one for them.
 *
 * @returns a copy of the email that holds all bytes, or why it cannot be sent. What was fetched before
 *   a failure stays kept.
 * @throws when the database stays away.
 */
export async function fetchAttachments(parts: FetchingParts, email: LoadedDelivery): Promise<FetchedEmail | Unsendable> {
  let left = LIMIT - email.attachments.reduce((sum, { content }) => sum + base64Length(content?.bytes.length ?? 0), 0);
  const deadline = Date.now() + ALL_FILES_LIMIT_MS;
  const attachments: CompleteAttachment[] = [];
  for (const attachment of email.attachments) {
    const { content } = attachment;
    if (content !== null) {
      attachments.push({ ...attachment, content });
      continue;
    }
    if (attachment.url === null) return unsendable('content_expired', 'The content of this email has been removed.');

    if (Date.now() > deadline) return unsendable('attachment_unavailable', 'Fetching the attachments took too long.');
    const limits = { maxBytes: rawLength(left), timeoutMs: FETCH_TIMEOUT_MS };
    const fetched = await fetchWithRetries(parts.fetcher, attachment.url, limits, parts.retries ?? RETRIES);
    if (fetched.kind !== 'ok') return unsendable('attachment_unavailable', explain(attachment, fetched));

    left -= base64Length(fetched.bytes.length);
    attachments.push(await keep(parts, attachment, fetched));
  }
  return { kind: 'complete', email: { ...email, attachments } };
}

async function keep(
  { database, logger }: FetchingParts,
  attachment: LoadedAttachment,
  fetched: Fetched,
): Promise<CompleteAttachment> {
  const { bytes, contentType } = fetched;
  const hash = await insist(
    () => keepFetchedAttachment(database, attachment.id, { bytes, contentType }),
    KEEPING_LIMIT_MS,
    logger,
  );
  logger.info({ attachmentId: attachment.id, size: bytes.length }, 'attachment fetched');
  // The same as the next attempt will load.
  return { ...attachment, contentType: attachment.contentType ?? contentType, size: bytes.length, hash, content: { bytes } };
}

/** Files are counted from 1, as the API counts them when it speaks of what is wrong with one. */
function explain({ position }: LoadedAttachment, result: FetchRefused | FetchFailed): string {
  const name = `Attachment ${String(position + 1)}`;
  return result.reason === 'too_large'
    ? `${name} brings the attachments over 40 MB together, counted as base64.`
    : `${name} could not be fetched. ${result.message}`;
}

const base64Length = (octets: number): number => Math.ceil(octets / 3) * 4;
const rawLength = (base64Octets: number): number => Math.max(0, Math.floor(base64Octets / 4) * 3);
