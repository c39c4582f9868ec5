/** Rows as they are kept in files, so that a page can be made of several runs. */
import { readFileSync } from 'node:fs';
import { FAULTS } from '../faults/index.ts';
import type { RowResult } from '../run-row.ts';
import type { Machine } from './describe-machine.ts';

/** A row, and what it was run with. */
export interface EvidenceRow extends RowResult {
  readonly machine: Machine;
  /** When it ended, as `2026-01-31`. */
  readonly day: string;
}

/** What `--json` writes. */
export interface EvidenceFile {
  readonly rows: readonly EvidenceRow[];
}

/** Reads the files of several runs. A row that was run again counts as the last of the files has it. */
export function readRuns(files: readonly string[]): EvidenceRow[] {
  const rows = files.flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as EvidenceFile).rows);
  return inOrder([...new Map(rows.map((row) => [`${row.fault} ${row.engine} ${String(row.seed)}`, row])).values()]);
}

/** In the order of the table: by fault, by engine, by seed. */
export function inOrder(rows: readonly EvidenceRow[]): EvidenceRow[] {
  const place = new Map(FAULTS.map(({ name }, index) => [name, index]));
  const placeOf = ({ fault }: EvidenceRow): number => place.get(fault) ?? FAULTS.length;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b) || b.engine.localeCompare(a.engine, 'en') || a.seed - b.seed);
}
