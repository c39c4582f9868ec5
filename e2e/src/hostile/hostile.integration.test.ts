/** Short attacks without time limits: the bystander must lose nothing, however slow the machine. `pnpm hostile` measures times. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createReleases } from '../testing/releases.ts';
import { ATTACKS } from './attacks/index.ts';
import { formatResult } from './report/format-result.ts';
import { runAttack, waitForQuietRelay } from './run-attack.ts';
import { startHostileStack, type HostileStack } from './stack/start-hostile-stack.ts';

const SECONDS = 2;
const TEST_LIMIT_MS = 240_000;

/** One attack for each defense, to take about a minute; `pnpm hostile` runs all. */
const NAMES = [
  ...['none', 'wrong-keys', 'announced-bodies', 'refused-recipients', 'slow-attachments', 'list-readers'],
  ...['json-depth', 'html-to-text', 'smtp-addresses', 'smtp-endless-data'],
];
const tried = ATTACKS.filter(({ name }) => NAMES.includes(name));
const others = ATTACKS.filter(({ name }) => !NAMES.includes(name)).map(({ name }) => name);
process.stdout.write(`Tried by \`pnpm hostile\` alone: ${others.join(', ')}.\n`);

// Other systems have only one loopback address and no /proc.
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('while a key attacks, another one has every email accepted and delivered once', () => {
  const releases = createReleases();
  let stack: HostileStack;
  let wasHarmed = false;

  beforeAll(async () => {
    stack = await startHostileStack(releases);
  });
  // Restarts the programs, so that one attack does not fail because of an earlier one.
  afterEach(async () => {
    if (wasHarmed) await stack.restart();
    await waitForQuietRelay(stack);
  }, TEST_LIMIT_MS);
  afterAll(releases.releaseAll);

  test.each(tried.map((attack) => [attack.title, attack] as const))(
    '%s',
    async (_, attack) => {
      wasHarmed = true;
      const result = await runAttack(stack, attack, SECONDS);
      wasHarmed = result.problems.length > 0;
      // Compares the formatted result, so that a failure shows what happened.
      expect(wasHarmed ? formatResult(result) : '').toBe('');
    },
    TEST_LIMIT_MS,
  );
});
