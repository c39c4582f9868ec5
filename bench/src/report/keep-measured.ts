/** The findings that docs/performance.md is written from: the last runs of each part. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@sendoff/devstack';
import type { Machine } from './describe-machine.ts';
import type { PartResult } from './result.ts';

/** One run of a part. */
export interface MeasuredPart {
  readonly machine: Machine;
  readonly result: PartResult;
}

/** By part, the newest run first. */
export type Measured = Readonly<Record<string, readonly MeasuredPart[]>>;

/** A goal counts as met when it was in as many runs in a row. */
export const RUNS = 3;

const file = (): string => join(repositoryRoot(), 'bench/measured.json');

/** What is kept. */
export function readMeasured(): Measured {
  return existsSync(file()) ? (JSON.parse(readFileSync(file(), 'utf8')) as Measured) : {};
}

/** Adds the findings of a run. */
export function keepMeasured(machine: Machine, results: readonly PartResult[]): void {
  const kept: Record<string, readonly MeasuredPart[]> = { ...readMeasured() };
  for (const result of results) kept[result.part] = [{ machine, result }, ...(kept[result.part] ?? [])].slice(0, RUNS);
  writeFileSync(file(), `${JSON.stringify(kept, null, 1)}\n`);
}
