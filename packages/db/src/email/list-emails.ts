/** Reads pages of emails. */
import type { Database } from '../database.ts';

/** A page of the list, newest first. */
export interface EmailPage {
  readonly emails: readonly EmailSummary[];
  /** Whether more lie beyond, in the direction of the page. */
  readonly hasMore: boolean;
}

/** An email in a list: its record without content. */
export type EmailSummary = Awaited<ReturnType<typeof read>>[number];

/** Which page: the newest, the ones older than an id, or the ones newer than an id. */
export interface PageRequest {
  readonly limit: number;
  readonly olderThan?: string | undefined;
  readonly newerThan?: string | undefined;
}

/**
 * One page by key: ids sort by time, so a page is a range of the primary key and costs the same at
 * any depth, and email that arrives meanwhile neither shifts nor repeats what was read.
 */
export async function listEmails(database: Database, page: PageRequest): Promise<EmailPage> {
  const rows = await read(database, page);
  const emails = rows.slice(0, page.limit);
  // The ones just newer than an id are read from the id upwards, and shown newest first like any page.
  if (page.newerThan !== undefined) emails.reverse();
  return { emails, hasMore: rows.length > page.limit };
}

const read = (database: Database, { limit, olderThan, newerThan }: PageRequest) =>
  database.emailRecord.findMany({
    where: { id: { ...(olderThan !== undefined && { lt: olderThan }), ...(newerThan !== undefined && { gt: newerThan }) } },
    orderBy: { id: newerThan === undefined ? 'desc' : 'asc' },
    take: limit + 1,
  });
