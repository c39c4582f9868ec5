/** Reads pages of emails. */
import { SNAPSHOT, type Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { findIdsBySubject } from './find-ids-by-subject.ts';
import { findLastEvents } from './find-last-events.ts';
import { findTroubles, NO_TROUBLE } from './find-troubles.ts';
import { conditionOf, joinRecord, nearestFirst, type EmailFilter, type PageRequest } from './page-request.ts';

/** A page of emails, newest first. */
export interface EmailPage {
  readonly emails: readonly EmailSummary[];
  /** Whether more follow in the direction of the page. */
  readonly hasMore: boolean;
}

/** An email in a list: its record without content. */
export type EmailSummary = Awaited<ReturnType<typeof readRecords>>[number];

/**
 * Reads one page with keyset pagination: ids sort by time, so a page is an index range that costs the same at any depth, and
 * new emails neither shift nor repeat entries. For subjects, see `findIdsBySubject`.
 */
export async function listEmails(database: Database, page: PageRequest): Promise<EmailPage> {
  const found = await findIds(database, page);
  return { emails: await readRecords(database, found.slice(0, page.limit)), hasMore: found.length > page.limit };
}

/** The ids of the page, and one more when more follow. */
async function findIds(database: Database, page: PageRequest): Promise<string[]> {
  const by = page.filter?.by;
  if (by?.kind === 'subject') return findIdsBySubject(database, page, by.prefix);
  const found = await database.$queryRaw<{ id: string }[]>(walkIds(page, by));
  return found.map(({ id }) => id);
}

/** The statement that scans an index in the order of ids, exported so that a test can check its plan. */
export function walkIds(page: PageRequest, by: WalkedBy): Prisma.Sql {
  const { source, id, condition } = sourceOf(page, by);
  // An email may carry the same tag twice.
  const distinct = by?.kind === 'tag' ? Prisma.sql`DISTINCT` : Prisma.empty;
  return Prisma.sql`
    SELECT ${distinct} ${id} AS id FROM ${source} WHERE ${condition} AND ${conditionOf(page, id)} ${nearestFirst(page, id)}`;
}

/** The filters with an index in the order of ids; subject prefixes have none. */
export type WalkedBy = Exclude<EmailFilter['by'], { readonly kind: 'subject' }>;

/** The table whose index is scanned, and its condition. */
function sourceOf(page: PageRequest, by: WalkedBy): { source: Prisma.Sql; id: Prisma.Sql; condition: Prisma.Sql } {
  const records = { source: Prisma.sql`"EmailRecord" AS email`, id: Prisma.sql`email.id` };
  const join = joinRecord(page);
  const id = Prisma.sql`found."emailId"`;
  switch (by?.kind) {
    case undefined:
      return { ...records, condition: Prisma.sql`true` };
    case 'sender':
      return { ...records, condition: Prisma.sql`email."fromAddress" = ${by.address.toLowerCase()}` };
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

/** The records of a page with their last events and troubles, newest first. */
function readRecords(database: Database, ids: readonly string[]) {
  return database.$transaction(async (snapshot) => {
    const records = await snapshot.emailRecord.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'desc' } });
    const lastEvents = await findLastEvents(snapshot, ids);
    const emails = records.map((record) => {
      const last = lastEvents.get(record.id);
      return { ...record, lastEvent: last?.type, lastCause: last?.cause ?? null };
    });
    const troubles = await findTroubles(snapshot, emails);
    return emails.map((email) => ({ ...email, trouble: troubles.get(email.id) ?? NO_TROUBLE }));
  }, SNAPSHOT);
}
