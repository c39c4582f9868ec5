/** All fuzzing targets. */
import { openBounceCase } from './bounce-case.ts';
import type { CostCase } from './cost-case.ts';
import { openCsvCase } from './csv-case.ts';
import { openHtmlCase, openHtmlThreadCase } from './html-case.ts';
import { openJsonBatchCase, openJsonEmailCase } from './json-case.ts';
import { openDataCase, openMessageCase, openPartsCase } from './message-case.ts';

/** Functions, so that each target is opened only when it is measured. */
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
