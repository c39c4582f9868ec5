import type { Statements } from '../prepared-statement.ts';
import { contentHash } from './submission.ts';

/**
 * Keeps bytes, each content once however often it comes. The row is locked even when it is there
 * already, so that it cannot be removed as unused before this transaction has referred to it. In
 * the order of their hashes: two transactions with the same contents wait for each other and do not
 * deadlock.
 */
export async function insertAttachmentContents(
  transaction: Pick<Statements, '$executeRaw'>,
  contents: readonly Uint8Array<ArrayBuffer>[],
): Promise<void> {
  const byHash = new Map(contents.map((bytes) => [contentHash(bytes), bytes]));
  for (const [hash, bytes] of [...byHash].sort(([one], [other]) => (one < other ? -1 : 1))) {
    await transaction.$executeRaw`
      INSERT INTO "AttachmentContent" (sha256, bytes) VALUES (decode(${hash}, 'hex'), ${bytes})
      ON CONFLICT (sha256) DO UPDATE SET sha256 = excluded.sha256`;
  }
}
