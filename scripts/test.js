/**
 * `pnpm test`: builds, runs all tests of all packages and prints a summary with the names of failed tests:
 *
 *   Failed: packages/mail/src/send.test.ts: a message leaves
 *   Tests: 123 passed, 0 failed, 2 skipped
 */
import '../packages/runtime/bin/require-node.js';
import '../packages/devstack/bin/stop-with-launcher.js';
import { rmSync } from 'node:fs';
import { buildIfNeeded } from './build-if-needed.js';
import { runTurbo } from './run-turbo.js';
import { findTestResults, sumTestResults } from './sum-test-results.js';

process.exit(await testEverything());

/** @returns {Promise<number>} the exit code */
async function testEverything() {
  // Turborepo restores the results of cached tests.
  for (const file of findTestResults()) rmSync(file);

  await timed('build', buildIfNeeded);
  const exitCodes = [
    await timed('unit tests', () => runTurbo(['test', '--continue', '--output-logs=new-only'])),
    // One package at a time, since they share the machine and its servers.
    await timed('integration tests', () => runTurbo(['test:integration', '--continue', '--concurrency=1'])),
  ];

  const { passed, failed: counted, skipped, failures } = sumTestResults();
  // A failure without a result, such as a crash of Jest itself, counts too.
  const failed = counted === 0 && exitCodes.some((code) => code !== 0) ? 1 : counted;
  for (const failure of failures) process.stdout.write(`\nFailed: ${failure}`);
  process.stdout.write(`\nTests: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

/**
 * Runs `work` and prints how long it took.
 *
 * @template Result
 * @param {string} what
 * @param {() => Promise<Result>} work
 */
async function timed(what, work) {
  const begun = performance.now();
  const result = await work();
  process.stdout.write(`\n${what}: ${Math.round((performance.now() - begun) / 1000)} s\n`);
  return result;
}
