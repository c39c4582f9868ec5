/** Reads the results that the test runs of all packages have written to `.test-results/`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { packageDirectories, ROOT } from './workspace.js';

const LEVELS = ['unit', 'integration'];

/** @returns {string[]} the existing result files */
export function findTestResults() {
  return packageDirectories()
    .flatMap((directory) => LEVELS.map((level) => join(directory, '.test-results', `${level}.json`)))
    .filter((file) => existsSync(file));
}

/** @returns {{ passed: number, failed: number, skipped: number, failures: string[] }} the totals of all packages and levels */
export function sumTestResults() {
  const sum = { passed: 0, failed: 0, skipped: 0, failures: /** @type {string[]} */ ([]) };
  for (const file of findTestResults()) {
    const { passed, failed, skipped, failures } = JSON.parse(readFileSync(file, 'utf8'));
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    const directory = relative(ROOT, dirname(dirname(file)));
    for (const failure of failures) sum.failures.push(join(directory, failure));
  }
  return sum;
}
