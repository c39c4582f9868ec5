/** Writes how many tests passed, failed and were skipped, and which failed, so that a few lines can sum up all packages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

export default class CountsReporter {
  constructor(_globalConfig, { file }) {
    this.file = file;
  }

  onRunComplete(_contexts, results) {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(
      this.file,
      JSON.stringify({
        passed: results.numPassedTests,
        failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
        skipped: results.numPendingTests + results.numTodoTests,
        failures: results.testResults.flatMap(failuresOf),
      }),
    );
  }
}

/** Each test of a file that failed, as its path and name; the path alone where the file could not be run. */
function failuresOf({ testFilePath, testExecError, testResults }) {
  const path = relative(process.cwd(), testFilePath);
  if (testExecError) return [path];
  return testResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${path}: ${fullName}`);
}
