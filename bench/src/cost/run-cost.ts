/** Looks for inputs that take much time of the main thread. */
import type { CostCase } from './cost-case.ts';
import { seededRandom } from './seeded-random.ts';

/** What an input took. */
export interface CostFinding {
  readonly seed: number;
  /** Of the input. */
  readonly bytes: number;
  /** Milliseconds for which the main thread did nothing else. */
  readonly milliseconds: number;
  /** The same for each megabyte of the input. */
  readonly perMegabyte: number;
}

/** From the smallest, with which what grows with the square of the size still ends. */
const SIZES = [16, 64, 256, 1024].map((kilobytes) => kilobytes * 1024);
/** A seed that took as long is not tried with a larger input. */
const ENOUGH_MS = 2000;
/** Runs of an input of which the quickest counts: the machine has other things to do as well. */
const RUNS = 3;
/** Of the smallest inputs that are tried with larger ones, one in so many, the worst first. */
const FOLLOWED = 8;
const MEGABYTE = 1024 * 1024;
/** Bytes that an input counts for at least: a request costs something whatever it holds. */
const SHORT_INPUT = 16 * 1024;

/**
 * Runs a case with every seed, and with larger inputs where a small one was among the worst.
 *
 * @returns what each seed took with its largest input, the worst first.
 */
export async function seekCost(costCase: CostCase, seeds: readonly number[]): Promise<readonly CostFinding[]> {
  const [smallest = 0, ...larger] = SIZES;
  // Code that runs for the first time is slow, and says nothing about the input.
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

/** Runs a case with one input, a few times. */
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

/** Milliseconds in which the event loop had something to do, and not those in which it waited for a thread. */
async function timeMainThread(run: () => Promise<unknown>): Promise<number> {
  const before = performance.eventLoopUtilization();
  await run();
  return performance.eventLoopUtilization(before).active;
}

const worstFirst = (findings: readonly CostFinding[]): CostFinding[] =>
  [...findings].sort((a, b) => b.perMegabyte - a.perMegabyte);
