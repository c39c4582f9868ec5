/** Ids: UUIDv7 (RFC 9562), which sort by time of creation. */
import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Random bytes of an id. Requesting them is the most expensive part, so they are requested for many ids at once. */
const OCTETS = 16;
const IDS_AT_ONCE = 256;
const LARGEST_SEQUENCE = 0xffff_ffff;

const pool = Buffer.alloc(OCTETS * IDS_AT_ONCE);
let used = pool.length;
let last = { msecs: -Infinity, seq: 0 };

/** A new id. Ids of one process sort in the order of their creation, also within a millisecond. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + OCTETS);
  used += OCTETS;
  last = after(last, Date.now(), random.readUInt32BE(0));
  return v7({ random, ...last });
}

/** RFC 9562 section 6.2, method 1: a counter that starts each millisecond at a random value in its lower half. */
function after({ msecs, seq }: typeof last, now: number, anywhere: number): typeof last {
  if (now > msecs) return { msecs: now, seq: anywhere >>> 1 };
  return seq < LARGEST_SEQUENCE ? { msecs, seq: seq + 1 } : { msecs: msecs + 1, seq: 0 };
}

/** When an id was created, to the millisecond. */
export function timeOfId(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

/** The smallest id of a time: ids created at `time` or later are equal to it or sort after it. */
export function firstIdAt(time: Date): string {
  const hex = Math.min(Math.max(0, time.getTime()), 0xffff_ffff_ffff).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
