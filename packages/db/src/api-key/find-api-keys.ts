import type { Database } from '../database.ts';
import type { Mode, Permission } from '../generated/enums.ts';
import { Prisma } from '../generated/client.ts';
import { runPrepared } from '../prepared-statement.ts';
import { hashApiKeyToken } from './api-key-token.ts';

/** An active key and its permissions. */
export interface ActiveApiKey {
  readonly id: string;
  readonly permission: Permission;
  readonly mode: Mode;
  readonly restrictions: ApiKeyRestrictions;
}

/** Restrictions that the operator set for a key. Null or an empty list means unrestricted. */
export interface ApiKeyRestrictions {
  /** The key is refused from this time on. */
  readonly expiresAt: Date | null;
  /** Networks in CIDR notation (RFC 4632) from which it is accepted. */
  readonly allowedNetworks: readonly string[];
  /** Addresses and domains that From may name, in lower case. */
  readonly allowedSenders: readonly string[];
  /** Emails accepted per UTC day. */
  readonly dailyEmails: number | null;
  /** Bytes of emails accepted per UTC day. */
  readonly dailyBytes: number | null;
  /** Emails in status `scheduled` at the same time. */
  readonly maxScheduled: number | null;
  readonly maxWebhooks: number | null;
}

/** The restrictions of an unrestricted key. */
export const NO_RESTRICTIONS: ApiKeyRestrictions = {
  expiresAt: null,
  allowedNetworks: [],
  allowedSenders: [],
  dailyEmails: null,
  dailyBytes: null,
  maxScheduled: null,
  maxWebhooks: null,
};

/** Whether a key has any restriction. */
export const isRestricted = ({ allowedNetworks, allowedSenders, ...others }: ApiKeyRestrictions): boolean =>
  allowedNetworks.length > 0 || allowedSenders.length > 0 || Object.values(others).some((value) => value !== null);

/** Restrictions as Prisma column values. */
export const restrictionColumns = ({ allowedNetworks, allowedSenders, dailyBytes, ...others }: Partial<ApiKeyRestrictions>) => ({
  ...others,
  ...(allowedNetworks !== undefined && { allowedNetworks: [...allowedNetworks] }),
  ...(allowedSenders !== undefined && { allowedSenders: [...allowedSenders] }),
  ...(dailyBytes !== undefined && { dailyBytes: dailyBytes === null ? null : BigInt(dailyBytes) }),
});

/** The columns of an {@link ActiveApiKey}, for a statement that aliases its row as `key`. */
export const ACTIVE_KEY_COLUMNS = Prisma.sql`key.id, key.permission, key.mode, key."expiresAt", key."allowedNetworks", key."allowedSenders",
  key."dailyEmails", key."dailyBytes"::float8 AS "dailyBytes", key."maxScheduled", key."maxWebhooks"`;
/** Condition for a key that is neither revoked nor expired, for a statement that aliases its row as `key`. */
export const IS_ACTIVE_KEY = Prisma.sql`key."revokedAt" IS NULL AND (key."expiresAt" IS NULL OR key."expiresAt" > now())`;

/** A row of {@link ACTIVE_KEY_COLUMNS}, with the position of its token, from 1. */
export type ActiveKeyRow = Omit<ActiveApiKey, 'restrictions'> & ApiKeyRestrictions & { readonly n: number };

/**
 * The keys with these tokens, in their order, read in one statement; null for a token whose key is unknown, revoked or expired.
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

/** Puts the found keys at the positions of their tokens; null where none was found. */
export function inOrder(count: number, rows: readonly ActiveKeyRow[]): (ActiveApiKey | null)[] {
  const found = Array<ActiveApiKey | null>(count).fill(null);
  for (const { n, id, permission, mode, ...restrictions } of rows) found[n - 1] = { id, permission, mode, restrictions };
  return found;
}
