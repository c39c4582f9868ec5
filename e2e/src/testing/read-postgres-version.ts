import { Client } from 'pg';

/** For example `18.4`. */
export async function readPostgresVersion(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version').finally(() => client.end());
  return rows[0]?.server_version ?? 'unknown';
}
