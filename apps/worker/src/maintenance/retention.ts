/** Removes data whose retention period has passed. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@sendoff/runtime';
import {
  IDEMPOTENCY_HOURS,
  removeDeletedWebhooks,
  removeExpiredContent,
  removeExpiredIdempotencyKeys,
  removeExpiredWebhooks,
  removeUnusedAttachmentContents,
  type Database,
} from '@sendoff/db';
import { repeat, type Repetition } from './repeat.ts';

const INTERVAL_MS = 10 * 60_000;
/** Rows removed in one transaction: few enough that other transactions barely wait. */
const BATCH = 500;
/** Files may be large. */
const FILES_IN_BATCH = 20;
/** Pause between batches, so that removing a large backlog does not load the database. */
const PAUSE_MS = 100;

/** Removes expired content, unreferenced attachments, old webhooks and old idempotency keys, in batches. */
export function startRetention(parts: {
  readonly database: Database;
  readonly contentRetentionMs: number;
  readonly now: () => Date;
  readonly logger: Logger;
}): Repetition {
  const { database, contentRetentionMs, now, logger } = parts;
  let stopping = false;

  const inBatches = async (limit: number, remove: (limit: number) => Promise<number>): Promise<number> => {
    let removed = 0;
    while (!stopping) {
      const count = await remove(limit);
      removed += count;
      if (count < limit) break;
      await sleep(PAUSE_MS);
    }
    return removed;
  };
  const before = (ageMs: number) => new Date(now().getTime() - ageMs);
  const steps: readonly (readonly [string, number, (limit: number) => Promise<number>])[] = [
    ['content of emails', BATCH, (limit) => removeExpiredContent(database, before(contentRetentionMs), limit)],
    ['attachments', FILES_IN_BATCH, (limit) => removeUnusedAttachmentContents(database, limit)],
    ['webhooks', BATCH, (limit) => removeExpiredWebhooks(database, before(contentRetentionMs), limit)],
    ['webhooks of deleted endpoints', BATCH, (limit) => removeDeletedWebhooks(database, limit)],
    ['idempotency keys', BATCH, (limit) => removeExpiredIdempotencyKeys(database, before(IDEMPOTENCY_HOURS * 3_600_000), limit)],
  ];
  const work = async (): Promise<void> => {
    for (const [what, limit, remove] of steps) {
      try {
        const removed = await inBatches(limit, remove);
        if (removed > 0) logger.info({ what, removed }, 'removed expired data');
      } catch (error) {
        // A failed step does not stop the others.
        logger.warn({ err: error, what }, 'could not remove expired data');
      }
    }
  };

  const repetition = repeat(work, { intervalMs: INTERVAL_MS, failure: 'retention run failed', logger });
  return {
    stop: () => {
      stopping = true;
      return repetition.stop();
    },
  };
}
