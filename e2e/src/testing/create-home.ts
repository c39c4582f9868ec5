import { chmodSync, lstatSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Releases } from './releases.ts';

/** Creates an empty directory for `SENDOFF_HOME` that is deleted with its content afterwards. */
export function createHome(releases: Releases): string {
  const home = mkdtempSync(join(tmpdir(), 'sendoff-e2e-'));
  // If the tests run as root, PostgreSQL runs as another user, who needs access.
  chmodSync(home, 0o755);
  releases.add(() => {
    const postgres = join(home, 'postgres');
    const elsewhere = lstatSync(postgres, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(postgres) : undefined;
    if (elsewhere !== undefined) rmSync(elsewhere, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  });
  return home;
}
