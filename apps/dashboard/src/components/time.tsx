/** A relative time, with the exact time as its tooltip. */
import { useSyncExternalStore } from 'react';
import { exactTime, readTime, relativeTime } from '../format/time.ts';

/** For example `5 min ago`. */
export function Time({ at }: { readonly at: string }) {
  const now = useSeconds();
  const time = readTime(at);
  return (
    <time dateTime={time.toISOString()} title={exactTime(time)} className="numbers whitespace-nowrap">
      {relativeTime(time, now)}
    </time>
  );
}

/** The current time, updated every second by one timer for the whole page. */
export const useSeconds = (): Date => useSyncExternalStore(subscribe, () => current);

let current = new Date();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    current = new Date();
    timer = setInterval(() => {
      current = new Date();
      for (const one of listeners) one();
    }, 1000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
