/** The `Idempotency-Key` of a request: the same request is processed once. */
import type { Database } from '../database.ts';
import type { Statements } from '../prepared-statement.ts';
import { sha256 } from './submission.ts';

/** Hours for which a key is valid. */
export const IDEMPOTENCY_HOURS = 24;

/** A request with an idempotency key, and its response when it is the first. */
export interface IdempotentRequest {
  readonly apiKeyId: string;
  readonly key: string;
  /** Two requests are the same when their payloads are equal. */
  readonly payload: string;
  readonly response: object;
}

/** Why a request is not processed. */
export type KeyConflict =
  /** The same request was processed before, with this response. */
  | { readonly kind: 'repeated'; readonly response: object }
  /** The key was used for another request. */
  | { readonly kind: 'different_request' }
  /** The first request with this key is not committed yet. */
  | { readonly kind: 'in_flight' };

/** The stored response of the same request with this key; null when there is none. */
export async function findIdempotentAnswer(
  database: Pick<Database, '$queryRaw'>,
  { apiKeyId, key, payload }: Omit<IdempotentRequest, 'response'>,
): Promise<object | null> {
  const [earlier] = await database.$queryRaw<{ response: object }[]>`
    SELECT response FROM "IdempotencyKey"
    WHERE "apiKeyId" = ${apiKeyId}::uuid AND "keyHash" = ${new Uint8Array(sha256(Buffer.from(key)))}
      AND "requestHash" = ${new Uint8Array(sha256(Buffer.from(payload)))}
      AND "createdAt" >= now() - ${IDEMPOTENCY_HOURS}::int * interval '1 hour'`;
  return earlier?.response ?? null;
}

/**
 * Claims the key for this transaction.
 *
 * The holder of the advisory lock proceeds; the others get `in_flight` at once instead of waiting, so transactions with
 * several keys cannot deadlock. The lock ends with the transaction. A key older than {@link IDEMPOTENCY_HOURS} is ignored.
 *
 * @returns null when the key was claimed.
 */
export async function claimIdempotencyKey(
  transaction: Pick<Statements, '$queryRaw'>,
  { apiKeyId, key, payload, response }: IdempotentRequest,
): Promise<KeyConflict | null> {
  const keyHash = new Uint8Array(sha256(Buffer.from(key)));
  const requestHash = new Uint8Array(sha256(Buffer.from(payload)));
  const [lock] = await transaction.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${apiKeyId} || encode(${keyHash}, 'hex'), 0)) AS taken`;
  if (lock?.taken !== true) return { kind: 'in_flight' };

  // A separate statement, so that its snapshot includes what the previous lock holder committed.
  const claimed = await transaction.$queryRaw<unknown[]>`
    INSERT INTO "IdempotencyKey" ("apiKeyId", "keyHash", "requestHash", response)
    VALUES (${apiKeyId}::uuid, ${keyHash}, ${requestHash}, ${JSON.stringify(response)}::jsonb)
    ON CONFLICT ("apiKeyId", "keyHash") DO UPDATE
      SET "requestHash" = excluded."requestHash", response = excluded.response, "createdAt" = now()
      WHERE "IdempotencyKey"."createdAt" < now() - ${IDEMPOTENCY_HOURS}::int * interval '1 hour'
    RETURNING 1`;
  if (claimed.length > 0) return null;

  const [earlier] = await transaction.$queryRaw<{ same: boolean; response: object }[]>`
    SELECT "requestHash" = ${requestHash} AS same, response FROM "IdempotencyKey"
    WHERE "apiKeyId" = ${apiKeyId}::uuid AND "keyHash" = ${keyHash}`;
  return earlier?.same === true ? { kind: 'repeated', response: earlier.response } : { kind: 'different_request' };
}
