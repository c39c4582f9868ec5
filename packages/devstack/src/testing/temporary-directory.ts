/** A directory for one test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Made at once; `remove` deletes it with all that is in it. */
export function temporaryDirectory(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'sendoff-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
