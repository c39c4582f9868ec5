/** What it costs in memory to send an email. */
import { openFairLimiter, type FairLimiter } from '@sendoff/runtime';
import type { Delivery } from '@sendoff/db';

/** Reading and composing take so many bytes for each byte of the parts: text, base64, encoded lines and copies in between. */
const COPIES = 5;
const MB = 1024 * 1024;
/** Emails that are smaller never wait; as many as are under way at once do not matter beside the others. */
const FREE = 128 * 1024 * COPIES;
/** Emails with more bytes, in bodies and files, wait for their memory without a place; see `large-lane.ts`. */
export const LARGE_BYTES = MB;
/** Bytes that large emails may take together: one with the largest files, or several. */
const TOTAL_LARGE = 160 * MB;
/** Bytes that those between the small and the large ones may take together; a reserve, so that no large one holds them up. */
const TOTAL_MEDIUM = 50 * MB;

/** The memory of one worker, which keys take turns at. */
export interface SendingMemory {
  readonly medium: FairLimiter;
  readonly large: FairLimiter;
}

/**
 * Opens the memory of one worker. A key that has a large email under way gets memory for the next one only while as much stays
 * free for others as it then holds: what is handed over slowly by one is not to keep out all others.
 */
export const openSendingMemory = (): SendingMemory => ({
  medium: openFairLimiter({ resource: 'sending_memory', total: TOTAL_MEDIUM }),
  large: openFairLimiter({ resource: 'sending_memory_large', total: TOTAL_LARGE, shareOfFree: 1 }),
});

/** Bytes that reading and composing the email takes; 0 for one that never waits. */
export function memoryOf({ content, attachments }: Pick<Delivery, 'content' | 'attachments'>): number {
  if (content === null) return 0;
  const { html, text, message } = content;
  const bodies = Buffer.byteLength(html ?? '') + Buffer.byteLength(text ?? '') + (message?.size ?? 0);
  const bytes = memoryForBytes(bodies + attachments.reduce((sum, { size }) => sum + (size ?? 0), 0));
  return bytes > FREE ? bytes : 0;
}

/** Bytes that reading and composing so many bytes of bodies and files takes. */
export const memoryForBytes = (bytes: number): number => COPIES * bytes;

/** Whether the worker is to fetch this file before it can be sent. */
export const isToBeFetched = ({ url, hash }: Delivery['attachments'][number]): boolean => url !== null && hash === null;
