/** Reads pages of emails. */
import { SNAPSHOT, type Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import type { EmailStatus } from '../generated/enums.ts';
import { firstIdAt } from '../new-id.ts';
import { findLastEvents } from './find-last-events.ts';

/** A page of the list, newest first. */
export interface EmailPage {
  readonly emails: readonly EmailSummary[];
  /** Whether more lie beyond, in the direction of the page. */
  readonly hasMore: boolean;
}

/** An email in a list: its record without content. */
export type EmailSummary = Awaited<ReturnType<typeof readRecords>>[number];

/** Which page: the newest, the ones older than an id, or the ones newer than an id. */
export interface PageRequest {
  readonly limit: number;
  readonly olderThan?: string | undefined;
  readonly newerThan?: string | undefined;
  readonly filter?: EmailFilter | undefined;
}

/** Which emails. Each of them is served by an index in the order of ids, so only one of `by` is possible. */
export interface EmailFilter {
  readonly status?: EmailStatus | undefined;
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

/**
 * One page by key: ids sort by time, so a page is a range of an index and costs the same at any
 * depth, and email that arrives meanwhile neither shifts nor repeats what was read.
 */
export async function listEmails(database: Database, page: PageRequest): Promise<EmailPage> {
  const found = await database.$queryRaw<{ id: string }[]>(findIds(page));
  const ids = found.slice(0, page.limit).map(({ id }) => id);
  return { emails: await readRecords(database, ids), hasMore: found.length > page.limit };
}

/** The statement that finds the ids of a page and one more. Exported so that a test can look at its plan. */
export function findIds({ limit, olderThan, newerThan, filter = {} }: PageRequest): Prisma.Sql {
  const { source, id, condition } = sourceOf(filter);
  // An email may carry the same tag twice.
  const distinct = filter.by?.kind === 'tag' ? Prisma.sql`DISTINCT` : Prisma.empty;
  const conditions = [
    condition,
    ...(filter.status === undefined ? [] : [Prisma.sql`email.status = ${filter.status}::"EmailStatus"`]),
    ...(olderThan === undefined ? [] : [Prisma.sql`${id} < ${olderThan}::uuid`]),
    ...(newerThan === undefined ? [] : [Prisma.sql`${id} > ${newerThan}::uuid`]),
    ...(filter.createdAfter === undefined ? [] : [Prisma.sql`${id} >= ${firstIdAt(filter.createdAfter)}::uuid`]),
    ...(filter.createdBefore === undefined ? [] : [Prisma.sql`${id} < ${firstIdAt(filter.createdBefore)}::uuid`]),
  ];
  const direction = newerThan === undefined ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`
    SELECT ${distinct} ${id} AS id FROM ${source} WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY ${id} ${direction} LIMIT ${limit + 1}`;
}

/** The table whose index is walked, and its condition. */
function sourceOf({ by, status }: EmailFilter): { source: Prisma.Sql; id: Prisma.Sql; condition: Prisma.Sql } {
  const records = { source: Prisma.sql`"EmailRecord" AS email`, id: Prisma.sql`email.id` };
  const join = status === undefined ? Prisma.empty : Prisma.sql`JOIN "EmailRecord" AS email ON email.id = found."emailId"`;
  const id = Prisma.sql`found."emailId"`;
  switch (by?.kind) {
    case undefined:
      return { ...records, condition: Prisma.sql`true` };
    case 'sender':
      return { ...records, condition: Prisma.sql`email."fromAddress" = ${by.address.toLowerCase()}` };
    case 'subject':
      return { ...records, condition: Prisma.sql`email.subject LIKE ${`${escapeLike(by.prefix)}%`}` };
    case 'recipient': {
      const source = Prisma.sql`"EmailRecipient" AS found ${join}`;
      return { source, id, condition: Prisma.sql`found.address = ${by.address.toLowerCase()}` };
    }
    case 'tag': {
      const source = Prisma.sql`"EmailTag" AS found ${join}`;
      return { source, id, condition: Prisma.sql`found.name = ${by.name} AND found.value = ${by.value}` };
    }
  }
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The records of a page with the type of their last event, newest first. */
function readRecords(database: Database, ids: readonly string[]) {
  return database.$transaction(async (snapshot) => {
    const records = await snapshot.emailRecord.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'desc' } });
    const lastEvents = await findLastEvents(snapshot, ids);
    return records.map((record) => ({ ...record, lastEvent: lastEvents.get(record.id) }));
  }, SNAPSHOT);
}
