/** Counts events per minute for the dashboard. */
import type { Logger } from '@sendoff/runtime';
import { countClosedMinutes, type Database } from '@sendoff/db';
import { repeat, type Repetition } from './repeat.ts';

const INTERVAL_MS = 15_000;

/** Counts finished minutes, at once and then every 15 s. Only one worker counts at a time. */
export function startCounting(parts: {
  readonly database: Database;
  readonly now: () => Date;
  readonly logger: Logger;
}): Repetition {
  const { database, now, logger } = parts;
  let stopping = false;
  const work = async (): Promise<void> => {
    while (!stopping && (await countClosedMinutes(database, now())) === 'behind');
  };
  const repetition = repeat(work, { intervalMs: INTERVAL_MS, failure: 'events could not be counted', logger });
  return {
    stop: () => {
      stopping = true;
      return repetition.stop();
    },
  };
}
