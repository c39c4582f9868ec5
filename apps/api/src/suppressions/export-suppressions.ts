import { readAllSuppressions, type Database, type SuppressionOrigin } from '@sendoff/db';
import { stringify } from 'csv-stringify/sync';
import { markFormula } from './formula-marks.ts';

/** The first line of the file. */
export const COLUMNS = ['email', 'origin', 'source_id', 'created_at'] as const;

/**
 * The suppression list as CSV (RFC 4180, but with LF line ends), oldest first, in chunks of several lines. The first chunk is
 * yielded after the database has answered.
 */
export async function* exportSuppressions(database: Database, origin?: SuppressionOrigin): AsyncGenerator<string> {
  let header = true;
  for await (const suppressions of readAllSuppressions(database, origin)) {
    const rows = suppressions.map(({ email, origin: why, sourceEmailId, createdAt }) => [
      markFormula(email),
      why,
      sourceEmailId,
      createdAt.toISOString(),
    ]);
    yield stringify(header ? [COLUMNS, ...rows] : rows);
    header = false;
  }
}
