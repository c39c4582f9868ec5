/**
 * `pnpm test`: builds, runs every test of every package, and sums them up at the end, with the names of those that failed:
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
  // Turborepo restores those of tests that it need not run again.
  for (const file of findTestResults()) rmSync(file);

  await timed('build', buildIfNeeded);
  const exitCodes = [
    await timed('unit tests', () => runTurbo(['test', '--continue', '--output-logs=new-only'])),
    // One package after the other: they share the machine and its servers.
    await timed('integration tests', () => runTurbo(['test:integration', '--continue', '--concurrency=1'])),
  ];

  const { passed, failed: counted, skipped, failures } = sumTestResults();
  // Something that failed without a result, such as a crash of Jest itself, is a failure too.
  const failed = counted === 0 && exitCodes.some((code) => code !== 0) ? 1 : counted;
  for (const failure of failures) process.stdout.write(`\nFailed: ${failure}`);
  process.stdout.write(`\nTests: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

/**
 * Says how long it took.
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
