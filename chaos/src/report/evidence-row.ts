/** Results as stored in JSON files, so that a report can combine several runs. */
import { readFileSync } from 'node:fs';
import { FAULTS } from '../faults/index.ts';
import type { RowResult } from '../run-row.ts';
import type { Machine } from './describe-machine.ts';

/** A result with the environment it was measured in. */
export interface EvidenceRow extends RowResult {
  readonly machine: Machine;
  /** The date on which it ended, for example `2026-01-31`. */
  readonly day: string;
}

/** The content of a `--json` file. */
export interface EvidenceFile {
  readonly rows: readonly EvidenceRow[];
}

/** Reads the files of several runs. Of a fault that was run again with the same engine and seed, the last result counts. */
export function readRuns(files: readonly string[]): EvidenceRow[] {
  const rows = files.flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as EvidenceFile).rows);
  return inOrder([...new Map(rows.map((row) => [`${row.fault} ${row.engine} ${String(row.seed)}`, row])).values()]);
}

/** Sorts by fault, engine and seed. */
export function inOrder(rows: readonly EvidenceRow[]): EvidenceRow[] {
  const place = new Map(FAULTS.map(({ name }, index) => [name, index]));
  const placeOf = ({ fault }: EvidenceRow): number => place.get(fault) ?? FAULTS.length;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b) || b.engine.localeCompare(a.engine, 'en') || a.seed - b.seed);
}
