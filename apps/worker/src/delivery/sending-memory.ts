/** What it costs in memory to send an email. */
import type { Delivery } from '@sendoff/db';
import { openMemoryBudget, type MemoryBudget } from './memory-budget.ts';

/** Reading and composing take so many octets for each octet of the parts: text, base64, encoded lines and copies in between. */
const COPIES = 5;
/** Octets that emails may take together: one with the largest files, while another one is handed over. */
const TOTAL = 200 * 1024 * 1024;
/** Emails that are smaller never wait; as many as are under way at once do not matter beside the others. */
const FREE = 128 * 1024 * COPIES;
/** Files that are still to be fetched count as so many octets: nobody knows, and five of the largest, only fetched, do fit. */
const TO_FETCH = 8 * 1024 * 1024;

/** Opens the budget of one worker. */
export const openSendingMemory = (): MemoryBudget => openMemoryBudget({ total: TOTAL, free: FREE });

/** Octets that reading and composing the email takes; files that are still to be fetched count as some. */
export function memoryOf({ content, attachments }: Pick<Delivery, 'content' | 'attachments'>): number {
  if (content === null) return 0;
  const { html, text, message } = content;
  const bodies = Buffer.byteLength(html ?? '') + Buffer.byteLength(text ?? '') + (message?.size ?? 0);
  const files = attachments.reduce((sum, { size }) => sum + (size ?? 0), 0);
  return COPIES * (bodies + files + (attachments.some(isToBeFetched) ? TO_FETCH : 0));
}

/** Whether the worker is to fetch this file before it can be sent. */
export const isToBeFetched = ({ url, hash }: Delivery['attachments'][number]): boolean => url !== null && hash === null;
