import { Prisma } from './generated/client.ts';

/**
 * SQL expression for a new id: UUIDv7 with the time in 1/4096 ms (RFC 9562 section 6.2, method 3), so that the rows of one
 * statement sort in the order of their creation. PostgreSQL has a built-in function only from version 18.
 */
export const NEW_ID = Prisma.sql`(
  overlay(lpad(to_hex(floor(extract(epoch FROM clock_timestamp()) * 4096000)::bigint), 15, '0') PLACING '7' FROM 13 FOR 0)
  || right(replace(gen_random_uuid()::text, '-', ''), 16)
)::uuid`;
