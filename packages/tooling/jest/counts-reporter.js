/** Writes the counts of passed, failed and skipped tests and the names of the failed ones, for the summary of all packages. */
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

/** The failed tests of a file as path and name, or the path alone if the file could not run. */
function failuresOf({ testFilePath, testExecError, testResults }) {
  const path = relative(process.cwd(), testFilePath);
  if (testExecError) return [path];
  return testResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${path}: ${fullName}`);
}
