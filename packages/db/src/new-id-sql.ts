import { Prisma } from './generated/client.ts';

/**
 * A new id where a statement makes the row: UUIDv7 (RFC 9562), with the time in 1/4096 ms as its section 6.2 (method 3)
 * has it, so that the rows of one statement sort in the order in which they were made. PostgreSQL has a function for
 * it only from 18 on.
 */
export const NEW_ID = Prisma.sql`(
  overlay(lpad(to_hex(floor(extract(epoch FROM clock_timestamp()) * 4096000)::bigint), 15, '0') PLACING '7' FROM 13 FOR 0)
  || right(replace(gen_random_uuid()::text, '-', ''), 16)
)::uuid`;
