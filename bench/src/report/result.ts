/** What a part of the bench has found, in a form that the table, the documentation and JSON are made from. */
import type { EngineName } from '@sendoff/queue';
import type { Summary } from '../statistics/summarise.ts';

/** One row of a table: something that was measured in every round. */
export interface Row {
  readonly name: string;
  readonly engine?: EngineName | undefined;
  /** Rates per second, or whatever the part's unit is; one for each round. */
  readonly values: readonly number[];
  /** Microseconds of CPU time for one email, by process, the median of the rounds. */
  readonly cpu?: Readonly<Record<string, number>>;
  /** Octets of memory at the most, by process. */
  readonly peak?: Readonly<Record<string, number>>;
  /** Anything else worth knowing, by its name. */
  readonly also?: Readonly<Record<string, string | number>>;
}

/** A goal and how far it was met. */
export interface Goal {
  readonly name: string;
  readonly engine?: EngineName | undefined;
  readonly target: string;
  readonly value: Summary;
  readonly met: boolean;
}

/** The findings of one part. */
export interface PartResult {
  readonly part: string;
  readonly title: string;
  /** How it was measured, in sentences. */
  readonly method: string;
  readonly unit: string;
  readonly rows: readonly Row[];
  readonly goals: readonly Goal[];
}
