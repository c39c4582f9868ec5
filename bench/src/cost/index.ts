/** Everything that is fuzzed for its cost. */
import { openBounceCase } from './bounce-case.ts';
import type { CostCase } from './cost-case.ts';
import { openCsvCase } from './csv-case.ts';
import { openHtmlCase, openHtmlThreadCase } from './html-case.ts';
import { openJsonBatchCase, openJsonEmailCase } from './json-case.ts';
import { openDataCase, openMessageCase, openPartsCase } from './message-case.ts';

/** A file each; opened when its turn comes. */
export const COST_CASES: readonly (() => CostCase)[] = [
  openHtmlCase,
  openHtmlThreadCase,
  openCsvCase,
  openJsonEmailCase,
  openJsonBatchCase,
  openDataCase,
  openMessageCase,
  openPartsCase,
  openBounceCase,
];
