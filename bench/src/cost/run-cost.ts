/** Searches for inputs that block the main thread for long. */
import type { CostCase } from './cost-case.ts';
import { seededRandom } from './seeded-random.ts';

/** The cost of one input. */
export interface CostFinding {
  readonly seed: number;
  /** The size of the input. */
  readonly bytes: number;
  /** Milliseconds for which the main thread was busy. */
  readonly milliseconds: number;
  /** Milliseconds per megabyte of input. */
  readonly perMegabyte: number;
}

/** Sizes of the inputs, starting small enough for quadratic code to finish. */
const SIZES = [16, 64, 256, 1024].map((kilobytes) => kilobytes * 1024);
/** A seed that took this long is not tried with a larger input. */
const ENOUGH_MS = 2000;
/** Runs of an input; the fastest counts, because other processes may disturb a run. */
const RUNS = 3;
/** One in this many inputs, the slowest, is tried again with larger sizes. */
const FOLLOWED = 8;
const MEGABYTE = 1024 * 1024;
/** The minimum size that an input counts as, since a request has a fixed cost. */
const SHORT_INPUT = 16 * 1024;

/**
 * Runs a case with every seed, then with larger inputs for the slowest seeds.
 *
 * @returns the cost of each seed with its largest input, slowest first
 */
export async function seekCost(costCase: CostCase, seeds: readonly number[]): Promise<readonly CostFinding[]> {
  const [smallest = 0, ...larger] = SIZES;
  // Warms up, since code is slow when it runs for the first time.
  for (const seed of seeds.slice(0, 20)) await measureCost(costCase, seed, smallest, 1);
  let findings: CostFinding[] = [];
  for (const seed of seeds) findings.push(await measureCost(costCase, seed, smallest, 1));
  for (const bytes of larger) {
    findings = worstFirst(findings);
    const followed = findings.slice(0, Math.ceil(seeds.length / FOLLOWED)).filter(({ milliseconds }) => milliseconds < ENOUGH_MS);
    for (const { seed } of followed) {
      const index = findings.findIndex((finding) => finding.seed === seed);
      findings[index] = await measureCost(costCase, seed, bytes);
    }
  }
  return worstFirst(findings);
}

/** Runs a case with one input and returns the fastest of `runs` runs. */
export async function measureCost(costCase: CostCase, seed: number, bytes: number, runs = RUNS): Promise<CostFinding> {
  const input = costCase.generate(seededRandom(seed), bytes);
  let milliseconds = Infinity;
  for (let run = 0; run < runs && milliseconds > 0; run += 1) {
    milliseconds = Math.min(milliseconds, await timeMainThread(() => costCase.run(input)));
  }
  return {
    seed,
    bytes: input.length,
    milliseconds,
    perMegabyte: (milliseconds * MEGABYTE) / Math.max(input.length, SHORT_INPUT, costCase.minBytes?.(input) ?? 0),
  };
}

/** Milliseconds in which the event loop was busy, without waiting for worker threads. */
async function timeMainThread(run: () => Promise<unknown>): Promise<number> {
  const before = performance.eventLoopUtilization();
  await run();
  return performance.eventLoopUtilization(before).active;
}

const worstFirst = (findings: readonly CostFinding[]): CostFinding[] =>
  [...findings].sort((a, b) => b.perMegabyte - a.perMegabyte);
