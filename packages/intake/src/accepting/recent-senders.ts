/** How long a key counts as sending after its last request. */
const RECENT_MS = 1000;

/** Which keys sent a request within the last second. */
export interface RecentSenders {
  readonly record: (key: string) => void;
  /** Whether any other key did. */
  readonly includeOthers: (key: string) => boolean;
}

/** Tracks the last two keys, which is enough to answer the question. */
export function openRecentSenders(): RecentSenders {
  let last = { key: '', at: -Infinity };
  let lastOther = last;
  return {
    record: (key) => {
      if (key !== last.key) lastOther = last;
      last = { key, at: performance.now() };
    },
    includeOthers: (key) => performance.now() - (last.key === key ? lastOther : last).at < RECENT_MS,
  };
}
