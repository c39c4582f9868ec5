/** The SQL that leads from one Prisma schema to another. */
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import { withSchemaEngine } from './schema-engine.ts';

/** The schema of this release. */
export const SCHEMA_FILE = new URL('../../prisma/schema.prisma', import.meta.url);

/**
 * SQL that leads from the schema `from` (an empty database when undefined) to the schema `to`, both
 * as the text of a `schema.prisma`. Nothing but a comment when there is no difference.
 *
 * Two texts are compared, because the engine cannot read a live database through the driver adapter.
 * It connects to the one at `url` all the same, and does nothing there.
 */
export async function schemaSql(url: string, to: string, from?: string): Promise<string> {
  const target = (content: string): DiffTarget => ({ tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] });
  return withSchemaEngine(url, to, async (engine) => {
    const { stdout } = await engine.diff({
      from: from === undefined ? { tag: 'empty' } : target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? '';
  });
}
