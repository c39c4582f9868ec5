import type { Statements } from '../prepared-statement.ts';
import { contentHash } from './submission.ts';

/**
 * Stores contents, deduplicated by hash. An existing row is locked too, so that it cannot be removed as unused before this
 * transaction refers to it. Written in the order of hashes, so that concurrent transactions do not deadlock.
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
