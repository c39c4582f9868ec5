/** The result of a part, from which the terminal output, the documentation and the JSON file are created. */
import type { EngineName } from '@sendoff/queue';
import type { Summary } from '../statistics/summarise.ts';

/** A row of the table, measured in every round. */
export interface Row {
  readonly name: string;
  readonly engine?: EngineName | undefined;
  /** One value per round, in the unit of the part. */
  readonly values: readonly number[];
  /** Median microseconds of CPU time per email, by process. */
  readonly cpu?: Readonly<Record<string, number>>;
  /** Peak memory in bytes, by process. */
  readonly peak?: Readonly<Record<string, number>>;
  /** Further values by name. */
  readonly also?: Readonly<Record<string, string | number>>;
}

/** A goal and the measured value. */
export interface Goal {
  readonly name: string;
  readonly engine?: EngineName | undefined;
  readonly target: string;
  readonly value: Summary;
  readonly met: boolean;
}

export interface PartResult {
  readonly part: string;
  readonly title: string;
  /** The method in full sentences. */
  readonly method: string;
  readonly unit: string;
  readonly rows: readonly Row[];
  readonly goals: readonly Goal[];
}
