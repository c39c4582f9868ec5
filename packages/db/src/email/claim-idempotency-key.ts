/** The `Idempotency-Key` of a request: the same request is acted on once. */
import type { Database } from '../database.ts';
import type { Statements } from '../prepared-statement.ts';
import { sha256 } from './submission.ts';

/** Hours for which a key is remembered. */
export const IDEMPOTENCY_HOURS = 24;

/** A request with an idempotency key, and the answer it gets if it is the first. */
export interface IdempotentRequest {
  readonly apiKeyId: string;
  readonly key: string;
  /** What must be equal for two requests to be the same one. */
  readonly payload: string;
  readonly response: object;
}

/** Why a request is not acted on. */
export type KeyConflict =
  /** It was answered before, with this. */
  | { readonly kind: 'repeated'; readonly response: object }
  /** The key was used for another request. */
  | { readonly kind: 'different_request' }
  /** The first request with this key is not committed yet. */
  | { readonly kind: 'in_flight' };

/** The answer that the same request got under this key, or null when there is none to repeat. */
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
 * Takes the key for this transaction, or says why not.
 *
 * Whoever gets the advisory lock goes on; the others hear at once that the first is still in flight,
 * rather than wait for it, so transactions with several keys cannot deadlock. The lock ends with the
 * transaction. A key older than {@link IDEMPOTENCY_HOURS} counts as absent.
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

  // A statement of its own, begun under the lock: it sees what the holder before has committed.
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
