/** The results that docs/performance.md is generated from: the last runs of each part. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@sendoff/devstack';
import type { Machine } from './describe-machine.ts';
import type { PartResult } from './result.ts';

export interface MeasuredPart {
  readonly machine: Machine;
  readonly result: PartResult;
}

/** Runs by part, newest first. */
export type Measured = Readonly<Record<string, readonly MeasuredPart[]>>;

/** The number of runs kept; a goal counts as met when all of them met it. */
export const RUNS = 3;

const file = (): string => join(repositoryRoot(), 'bench/measured.json');

/** Reads the stored results. */
export function readMeasured(): Measured {
  return existsSync(file()) ? (JSON.parse(readFileSync(file(), 'utf8')) as Measured) : {};
}

/** Adds the results of a run. */
export function keepMeasured(machine: Machine, results: readonly PartResult[]): void {
  const kept: Record<string, readonly MeasuredPart[]> = { ...readMeasured() };
  for (const result of results) kept[result.part] = [{ machine, result }, ...(kept[result.part] ?? [])].slice(0, RUNS);
  writeFileSync(file(), `${JSON.stringify(kept, null, 1)}\n`);
}
