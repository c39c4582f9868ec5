/** Reads delivery attempts directly from the table, without any code of Sendoff. */
import { Client } from 'pg';

/** The fields of an attempt used by these tests. */
export interface LedgerRow {
  readonly emailId: string;
  readonly n: number;
  /** `null` while the attempt is in progress. */
  readonly outcome: string | null;
  readonly reason: string | null;
}

/** All attempts of all emails. */
export async function readLedger(databaseUrl: string): Promise<LedgerRow[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<LedgerRow>(
      'SELECT "emailId", n, outcome::text, reason FROM "DeliveryAttempt" ORDER BY "emailId", n',
    );
    return rows;
  } finally {
    await client.end();
  }
}
