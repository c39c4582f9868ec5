/** A second command when nothing has changed since the first. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { createHome } from './testing/create-home.ts';
import { ROOT } from './testing/programs.ts';
import { createReleases } from './testing/releases.ts';

/** The first command builds what has changed. */
const TEST_LIMIT_MS = 300_000;

/** Restricts the process to the loopback interface, where the system permits it. */
const OFFLINE = ['unshare', '--net', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"'];
const canGoOffline = spawnSync('unshare', [...OFFLINE.slice(1), 'true']).status === 0;

const releases = createReleases();
afterEach(releases.releaseAll);

test(
  'a second start without changes needs no network, no pnpm and no build',
  async () => {
    const home = createHome(releases);
    const command = [process.execPath, join(ROOT, 'scripts/sendoff.js'), 'keys', 'list'];
    // The database has no tables yet, which the command reports.
    const lacking = /lacks \d+ of the migrations of this release/;
    const first = await run(command, { SENDOFF_HOME: home });
    expect(first.complaints).toMatch(lacking);

    // Turborepo would run a package manager.
    const folder = join(home, 'bin');
    const called = join(home, 'called');
    mkdirSync(folder);
    writeFileSync(join(folder, 'pnpm'), `#!/bin/sh\ntouch '${called}'\nexit 1\n`);
    chmodSync(join(folder, 'pnpm'), 0o755);
    const PATH = [folder, process.env['PATH']].join(delimiter);
    const second = await run([...(canGoOffline ? OFFLINE : []), ...command], { SENDOFF_HOME: home, PATH });
    expect(second.complaints).toMatch(lacking);
    expect(second.complaints).not.toContain('Building');
    expect(existsSync(called)).toBe(false);
  },
  TEST_LIMIT_MS,
);

async function run([file = '', ...args]: readonly string[], variables: Readonly<Record<string, string>>) {
  const { PATH, HOME } = process.env;
  const child = spawn(file, args, { env: { PATH, HOME, ...variables }, stdio: ['ignore', 'ignore', 'pipe'] });
  return { complaints: await text(child.stderr) };
}
