/** The memory budget for sending emails. */
import { openFairLimiter, type FairLimiter } from '@sendoff/runtime';
import type { Delivery } from '@sendoff/db';

/** Bytes needed per byte of content while reading and composing: text, base64, encoded lines and copies in between. */
const COPIES = 5;
const MB = 1024 * 1024;
/** Smaller emails never wait: even at full concurrency they are negligible. */
const FREE = 128 * 1024 * COPIES;
/** Emails with more bytes in bodies and files wait for memory without a slot; see `large-lane.ts`. */
export const LARGE_BYTES = MB;
/** Bytes for all large emails together: enough for one of the largest size. */
const TOTAL_LARGE = 160 * MB;
/** Bytes for medium emails together; a separate budget, so that large emails cannot block them. */
const TOTAL_MEDIUM = 50 * MB;

/** The memory of one worker, shared fairly between keys. */
export interface SendingMemory {
  readonly medium: FairLimiter;
  readonly large: FairLimiter;
}

/**
 * Opens the memory of one worker. A key that already holds large memory gets more only while as much stays free as it would
 * then hold, so that one key with slow deliveries cannot lock out the others.
 */
export const openSendingMemory = (): SendingMemory => ({
  medium: openFairLimiter({ resource: 'sending_memory', total: TOTAL_MEDIUM }),
  large: openFairLimiter({ resource: 'sending_memory_large', total: TOTAL_LARGE, shareOfFree: 1 }),
});

/** Bytes needed to read and compose the email; 0 for a small email, which never waits. */
export function memoryOf({ content, attachments }: Pick<Delivery, 'content' | 'attachments'>): number {
  if (content === null) return 0;
  const { html, text, message } = content;
  const bodies = Buffer.byteLength(html ?? '') + Buffer.byteLength(text ?? '') + (message?.size ?? 0);
  const bytes = memoryForBytes(bodies + attachments.reduce((sum, { size }) => sum + (size ?? 0), 0));
  return bytes > FREE ? bytes : 0;
}

/** Bytes needed to read and compose this many bytes of bodies and files. */
export const memoryForBytes = (bytes: number): number => COPIES * bytes;

/** Whether the attachment is given by URL and not fetched yet. */
export const isToBeFetched = ({ url, hash }: Delivery['attachments'][number]): boolean => url !== null && hash === null;
