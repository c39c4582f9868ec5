import { percentile } from '../statistics/summarise.ts';

/** Response times in milliseconds. */
export interface Timing {
  readonly p50: number;
  readonly p99: number;
}

/** The minimum number of calls, and the time after which no further call is made. */
const LEAST_CALLS = 3;
const TIMEOUT_MS = 5000;

/** Makes up to `calls` calls in sequence. */
export async function timeCalls(calls: number, call: (n: number) => Promise<unknown>): Promise<Timing> {
  const times: number[] = [];
  const began = performance.now();
  for (let n = 0; n < calls; n += 1) {
    const at = performance.now();
    await call(n);
    times.push(performance.now() - at);
    if (times.length >= LEAST_CALLS && performance.now() - began > TIMEOUT_MS) break;
  }
  times.sort((a, b) => a - b);
  return { p50: percentile(times, 50), p99: percentile(times, 99) };
}
