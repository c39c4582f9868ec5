/** A fuzzing target: code that parses untrusted input on the main thread of a program. */
import type { SeededRandom } from './seeded-random.ts';

/** One kind of input and the code that parses it. */
export interface CostCase {
  /** The name in the report and of fixtures, such as `html`. */
  readonly name: string;
  /**
   * Generates an input of about `bytes` bytes, always the same for the same seed. It should look valid as long as possible, because
   * `run` would reject an obviously invalid one too early to find anything.
   */
  readonly generate: (random: SeededRandom, bytes: number) => Buffer;
  /** Parses the input as the program does. Errors that the program reports to the client are ignored; any other error is thrown. */
  readonly run: (input: Buffer) => Promise<unknown>;
  /** The minimum size in bytes that the input counts as; 16 KB by default. */
  readonly minBytes?: (input: Buffer) => number;
  /** The allowed milliseconds per megabyte; 100 by default, more for code that runs in a worker thread. */
  readonly limit?: number;
  /** Stops what `run` has started, such as worker threads. */
  readonly close?: () => Promise<void>;
}
