/** Ids: UUIDv7 (RFC 9562), which sort by the time they were made. */
import { v7 } from 'uuid';

/** A new id: one made later sorts later, also within a millisecond of one process. */
export const newId = (): string => v7();

/** When an id was made, to the millisecond. */
export function timeOfId(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

/** The smallest id of a time: the ids made at `time` or later are this one or sort after it. */
export function firstIdAt(time: Date): string {
  const hex = Math.min(Math.max(0, time.getTime()), 0xffff_ffff_ffff).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
