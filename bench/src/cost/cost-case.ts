/** What is fuzzed for its cost: code that reads what a stranger wrote, on the main thread of a program. */
import type { SeededRandom } from './seeded-random.ts';

/** One kind of input with the code that reads it. */
export interface CostCase {
  /** Stands in the report and in the names of fixtures, such as `html`. */
  readonly name: string;
  /**
   * An input of about `bytes` bytes, the same for the same numbers. One that `run` refuses at once finds nothing: it is to
   * look valid for as long as it can.
   */
  readonly generate: (random: SeededRandom, bytes: number) => Buffer;
  /** Reads the input as the program does. Errors that the program answers with count as an answer; any other is thrown. */
  readonly run: (input: Buffer) => Promise<unknown>;
  /** Bytes that the input counts for at least; 16 KB when left out. */
  readonly minBytes?: (input: Buffer) => number;
  /** Milliseconds that a megabyte may take; 100 unless it runs in a thread of its own. */
  readonly limit?: number;
  /** Ends what `run` has begun, such as threads. */
  readonly close?: () => Promise<void>;
}
