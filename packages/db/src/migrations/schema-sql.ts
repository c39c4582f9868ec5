/** The SQL that migrates from one Prisma schema to another. */
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import { withSchemaEngine } from './schema-engine.ts';

/** The schema of this release. */
export const SCHEMA_FILE = new URL('../../prisma/schema.prisma', import.meta.url);

/**
 * The SQL that migrates from the schema `from` (an empty database when undefined) to the schema `to`, both given as the text
 * of a `schema.prisma`. Only a comment when there is no difference.
 *
 * Compares two texts, because the engine cannot introspect a database through the driver adapter. It still connects to the
 * database at `url`, but does nothing there.
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
