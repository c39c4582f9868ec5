import type { Database } from '../database.ts';
import type { Mode, Permission } from '../generated/enums.ts';
import { Prisma } from '../generated/client.ts';
import { runPrepared } from '../prepared-statement.ts';
import { hashApiKeyToken } from './api-key-token.ts';

/** The key that a request came with, and what it may do. */
export interface ActiveApiKey {
  readonly id: string;
  readonly permission: Permission;
  readonly mode: Mode;
  readonly restrictions: ApiKeyRestrictions;
}

/** What the operator allows a key. Null, or an empty list, is no restriction. */
export interface ApiKeyRestrictions {
  /** From when on it is refused. */
  readonly expiresAt: Date | null;
  /** Networks in CIDR notation (RFC 4632) from which it is accepted. */
  readonly allowedNetworks: readonly string[];
  /** Addresses and domains that From may name, in lower case. */
  readonly allowedSenders: readonly string[];
  /** Emails accepted in a day, by UTC. */
  readonly dailyEmails: number | null;
  /** Bytes of emails accepted in a day, by UTC. */
  readonly dailyBytes: number | null;
  /** Emails that wait for their time at once. */
  readonly maxScheduled: number | null;
  readonly maxWebhooks: number | null;
}

/** Of a key that was made without any. */
export const NO_RESTRICTIONS: ApiKeyRestrictions = {
  expiresAt: null,
  allowedNetworks: [],
  allowedSenders: [],
  dailyEmails: null,
  dailyBytes: null,
  maxScheduled: null,
  maxWebhooks: null,
};

/** Whether a key is held to anything. */
export const isRestricted = ({ allowedNetworks, allowedSenders, ...others }: ApiKeyRestrictions): boolean =>
  allowedNetworks.length > 0 || allowedSenders.length > 0 || Object.values(others).some((value) => value !== null);

/** Restrictions as Prisma writes them into the columns of their names. */
export const restrictionColumns = ({ allowedNetworks, allowedSenders, dailyBytes, ...others }: Partial<ApiKeyRestrictions>) => ({
  ...others,
  ...(allowedNetworks !== undefined && { allowedNetworks: [...allowedNetworks] }),
  ...(allowedSenders !== undefined && { allowedSenders: [...allowedSenders] }),
  ...(dailyBytes !== undefined && { dailyBytes: dailyBytes === null ? null : BigInt(dailyBytes) }),
});

/** What is read of a key, in a statement that calls its row `key`. */
export const ACTIVE_KEY_COLUMNS = Prisma.sql`key.id, key.permission, key.mode, key."expiresAt", key."allowedNetworks", key."allowedSenders",
  key."dailyEmails", key."dailyBytes"::float8 AS "dailyBytes", key."maxScheduled", key."maxWebhooks"`;
/** The keys that may be used, in a statement that calls their rows `key`. */
export const IS_ACTIVE_KEY = Prisma.sql`key."revokedAt" IS NULL AND (key."expiresAt" IS NULL OR key."expiresAt" > now())`;

/** A row of {@link ACTIVE_KEY_COLUMNS}, with the place of the token it belongs to, from 1. */
export type ActiveKeyRow = Omit<ActiveApiKey, 'restrictions'> & ApiKeyRestrictions & { readonly n: number };

/**
 * The keys with these tokens, looked up by the index on their hashes in one statement: a key for each, or null where there is
 * none, it is revoked or it has expired, in their order.
 */
export async function findApiKeys(database: Database, tokens: readonly string[]): Promise<(ActiveApiKey | null)[]> {
  const hashes = tokens.map((token) => Buffer.from(hashApiKeyToken(token)).toString('hex'));
  const rows = await runPrepared<ActiveKeyRow>(
    database,
    Prisma.sql`-- prepared: find_api_keys
      SELECT presented.n::int AS n, ${ACTIVE_KEY_COLUMNS}
      FROM unnest(${hashes}::text[]) WITH ORDINALITY AS presented(hash, n)
      JOIN "ApiKey" AS key ON key.hash = decode(presented.hash, 'hex')
      WHERE ${IS_ACTIVE_KEY}`,
  );
  return inOrder(tokens.length, rows);
}

/** What was found for the first, the second and so on. */
export function inOrder(count: number, rows: readonly ActiveKeyRow[]): (ActiveApiKey | null)[] {
  const found = Array<ActiveApiKey | null>(count).fill(null);
  for (const { n, id, permission, mode, ...restrictions } of rows) found[n - 1] = { id, permission, mode, restrictions };
  return found;
}
