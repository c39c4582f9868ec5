/** A temporary directory for one test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Creates the directory; `remove` deletes it with its contents. */
export function temporaryDirectory(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'sendoff-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
