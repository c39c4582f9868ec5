/** Attacks, each for a few seconds: what the bystander is to notice of none, however slow the machine. `pnpm hostile` measures. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createReleases } from '../testing/releases.ts';
import { ATTACKS } from './attacks/index.ts';
import { formatResult } from './report/format-result.ts';
import { runAttack, waitForQuietRelay } from './run-attack.ts';
import { startHostileStack, type HostileStack } from './stack/start-hostile-stack.ts';

const SECONDS = 2;
const TEST_LIMIT_MS = 240_000;

/** One for each defence, so that this takes a minute; `pnpm hostile` makes them all. */
const NAMES = [
  ...['none', 'wrong-keys', 'announced-bodies', 'refused-recipients', 'slow-attachments', 'list-readers'],
  ...['json-depth', 'html-to-text', 'smtp-addresses', 'smtp-endless-data'],
];
const tried = ATTACKS.filter(({ name }) => NAMES.includes(name));
const others = ATTACKS.filter(({ name }) => !NAMES.includes(name)).map(({ name }) => name);
process.stdout.write(`Tried by \`pnpm hostile\` alone: ${others.join(', ')}.\n`);

// Other systems have one loopback address, and no /proc.
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('while a key attacks, another one has every email accepted and delivered once', () => {
  const releases = createReleases();
  let stack: HostileStack;
  let wasHarmed = false;

  beforeAll(async () => {
    stack = await startHostileStack(releases);
  });
  // One attack is not to fail for what another one broke.
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
      // The whole result, so that a failure says what happened.
      expect(wasHarmed ? formatResult(result) : '').toBe('');
    },
    TEST_LIMIT_MS,
  );
});
