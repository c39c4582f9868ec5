/** Reads the ledger of attempts from the table itself, with nothing of Sendoff in between. */
import { Client } from 'pg';

/** One attempt, as far as these tests look at it. */
export interface LedgerRow {
  readonly emailId: string;
  readonly n: number;
  /** `null` while it is open. */
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
