/** The request for a page of emails, and its SQL conditions. */
import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import { Prisma } from '../generated/client.ts';
import type { EmailStatus, Mode } from '../generated/enums.ts';
import { firstIdAt } from '../new-id.ts';

/** The page: the newest emails, or those older or newer than an id. */
export interface PageRequest {
  readonly limit: number;
  /** What the caller may see. */
  readonly scope: ModeScope;
  readonly olderThan?: string | undefined;
  readonly newerThan?: string | undefined;
  readonly filter?: EmailFilter | undefined;
}

/** A filter. Each kind of `by` has an index of its own, so only one can be given. */
export interface EmailFilter {
  readonly status?: EmailStatus | undefined;
  /** Whether it is delivered, or simulated in the sandbox. */
  readonly mode?: Mode | undefined;
  /** Accepted at this time or later. */
  readonly createdAfter?: Date | undefined;
  /** Accepted before this time. */
  readonly createdBefore?: Date | undefined;
  readonly by?:
    | { readonly kind: 'recipient'; readonly address: string }
    | { readonly kind: 'sender'; readonly address: string }
    | { readonly kind: 'tag'; readonly name: string; readonly value: string }
    | { readonly kind: 'subject'; readonly prefix: string }
    | undefined;
}

/** Literals, to match the condition of the partial index of test mail. */
const MODES = { live: Prisma.sql`email.mode = 'live'`, test: Prisma.sql`email.mode = 'test'` } as const satisfies Record<
  Mode,
  Prisma.Sql
>;

/** The condition on status, mode and time; `id` is the scanned column, `email` the record. */
export function conditionOf({ scope, olderThan, newerThan, filter = {} }: PageRequest, id: Prisma.Sql): Prisma.Sql {
  const conditions = [
    modeIsIn(scope, Prisma.sql`email.mode`),
    ...(filter.status === undefined ? [] : [Prisma.sql`email.status = ${filter.status}::"EmailStatus"`]),
    ...(filter.mode === undefined ? [] : [MODES[filter.mode]]),
    ...(olderThan === undefined ? [] : [Prisma.sql`${id} < ${olderThan}::uuid`]),
    ...(newerThan === undefined ? [] : [Prisma.sql`${id} > ${newerThan}::uuid`]),
    ...(filter.createdAfter === undefined ? [] : [Prisma.sql`${id} >= ${firstIdAt(filter.createdAfter)}::uuid`]),
    ...(filter.createdBefore === undefined ? [] : [Prisma.sql`${id} < ${firstIdAt(filter.createdBefore)}::uuid`]),
  ];
  return Prisma.join(conditions, ' AND ');
}

/** Joins the record `email` to `found`, if the condition needs it. */
export function joinRecord({ scope, filter }: PageRequest): Prisma.Sql {
  return scope === 'all' && filter?.status === undefined && filter?.mode === undefined
    ? Prisma.empty
    : Prisma.sql`JOIN "EmailRecord" AS email ON email.id = found."emailId"`;
}

/** The order of a page from its start, and a limit of one more than it holds, to detect whether more follow. */
export function nearestFirst({ limit, newerThan }: PageRequest, id: Prisma.Sql, most = limit + 1): Prisma.Sql {
  return Prisma.sql`ORDER BY ${id} ${newerThan === undefined ? Prisma.sql`DESC` : Prisma.sql`ASC`} LIMIT ${most}`;
}
