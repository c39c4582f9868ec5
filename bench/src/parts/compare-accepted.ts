import { runStatement, type Deployment } from '../deployment/deployment.ts';

const TABLES = ['EmailRecord', 'EmailContent', 'EmailRecipient', 'EmailEvent'] as const;

/**
 * Checks that all contestants stored the same: one row per email in each table, of about the same size.
 *
 * @returns the bytes of an email's rows, by contestant
 */
export async function compareAccepted(
  contestants: readonly { readonly name: string; readonly deployment: Deployment }[],
): Promise<Map<string, number>> {
  const octets = new Map<string, number>();
  for (const { name, deployment } of contestants) octets.set(name, await measureRows(name, deployment));
  const sizes = [...octets.values()];
  if (Math.max(...sizes) > Math.min(...sizes) * 1.02) {
    throw new Error(`The contestants do not store rows of the same size: ${JSON.stringify(Object.fromEntries(octets))}`);
  }
  return octets;
}

async function measureRows(name: string, { databaseUrl }: Deployment): Promise<number> {
  const counted = await runStatement<{ name: string; rows: number; octets: number }>(
    databaseUrl,
    TABLES.map(
      (table) =>
        `SELECT '${table}' AS name, count(*)::int AS rows, sum(pg_column_size(t.*))::float8 AS octets FROM "${table}" AS t`,
    ).join(' UNION ALL '),
  );
  const [first] = counted;
  if (first === undefined || counted.some(({ rows }) => rows !== first.rows)) {
    throw new Error(`${name} has not stored one row per email in each table: ${JSON.stringify(counted)}`);
  }
  return counted.reduce((sum, { octets }) => sum + octets, 0) / first.rows;
}
