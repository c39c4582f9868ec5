import { contentProblem } from '@sendoff/mail/message';
import { fieldProblem } from '@sendoff/core';
import { LIMITS } from '../../limits.ts';
import { readEnglishTime } from './read-english-time.ts';
import { readIsoTime } from './read-iso-time.ts';

/** A time this recently passed means now: clocks differ, and a request takes a moment to arrive. */
const GRACE_MS = 5000;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * When an email should be sent, from an ISO 8601 or English time.
 *
 * @param now the start of relative times, such as `in 1 min`.
 * @returns null for now.
 * @throws {SendoffError} with the parsed time if it is in the past or too far ahead.
 */
export function readScheduledAt(text: string, now: Date): Date | null {
  if (text.length > LIMITS.scheduledAt) throw problem(`must have at most ${String(LIMITS.scheduledAt)} characters`);
  const wrong = contentProblem(text);
  if (wrong !== undefined) throw problem(wrong);

  const time = readIsoTime(text.trim()) ?? readEnglishTime(text, now);
  if (time === null) {
    throw problem(
      'must be a time in ISO 8601, such as `2026-04-03T22:13:42Z`, or in English, such as `in 1 min` or `tomorrow at 9am`; ' +
        `\`${text}\` was not understood`,
    );
  }
  const ahead = time.getTime() - now.getTime();
  const understood = `\`${text}\` was understood as ${time.toISOString()}, and it is now ${now.toISOString()}`;
  if (ahead < -GRACE_MS) throw problem(`must not be in the past; ${understood}`);
  if (ahead > LIMITS.scheduleDays * DAY_MS) {
    throw problem(`must be at most ${String(LIMITS.scheduleDays)} days ahead; ${understood}`);
  }
  return ahead <= 0 ? null : time;
}

const problem = (text: string) => fieldProblem(['scheduled_at'], text);
