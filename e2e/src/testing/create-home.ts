import { chmodSync, lstatSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Releases } from './releases.ts';

/** An empty directory for `SENDOFF_HOME`, deleted with all that was put into it. */
export function createHome(releases: Releases): string {
  const home = mkdtempSync(join(tmpdir(), 'sendoff-e2e-'));
  // When the tests run as root, PostgreSQL runs as somebody else, who is to reach its data here.
  chmodSync(home, 0o755);
  releases.add(() => {
    const postgres = join(home, 'postgres');
    const elsewhere = lstatSync(postgres, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(postgres) : undefined;
    if (elsewhere !== undefined) rmSync(elsewhere, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  });
  return home;
}
