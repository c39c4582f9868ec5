/** Finds the emails of a page by a prefix of their subject. */
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { conditionOf, joinRecord, nearestFirst, type PageRequest } from './page-request.ts';

/** How many emails to read before trying a more expensive strategy. */
export interface SubjectEffort {
  /** Up to this many matches are sorted for every page: half a millisecond of an index scan. */
  readonly few: number;
  /** Emails read from the start of the page: some 10 ms if none matches. */
  readonly near: number;
}

const EFFORT: SubjectEffort = { few: 1000, near: 20_000 };

/**
 * Matching subjects are adjacent in their index, but not ordered by id unless they are equal. A single statement would leave
 * the choice to the planner, which knows how many match but not where: when all matches are old, it walks back from the newest
 * email for seconds in a table of millions. So three bounded strategies are tried in order:
 *
 * 1. few matches are all read from the subject index and sorted;
 * 2. of many matches, some are usually near, and found by reading the emails next to the start of the page;
 * 3. many matches that are all far away are sorted, at up to two million a second.
 *
 * @returns up to one id more than the page holds, nearest first.
 */
export async function findIdsBySubject(
  database: Database,
  page: PageRequest,
  prefix: string,
  effort = EFFORT,
): Promise<string[]> {
  const statements = subjectStatements(page, prefix, effort);
  const [row] = await database.$queryRaw<[{ areMany: boolean; ids: string[] }]>(statements.amongFew);
  if (!row.areMany) return row.ids;
  const near = await database.$queryRaw<{ id: string }[]>(statements.amongNear);
  const found = near.length > page.limit ? near : await database.$queryRaw<{ id: string }[]>(statements.amongAll);
  return found.map(({ id }) => id);
}

/** The statements of the three strategies, exported so that a test can check their plans. */
export function subjectStatements(page: PageRequest, prefix: string, { few, near } = EFFORT) {
  const begins = Prisma.sql`email.subject LIKE ${`${escapeLike(prefix)}%`}`;
  const email = Prisma.sql`"EmailRecord" AS email`;
  const emailId = Prisma.sql`email.id`;
  const condition = conditionOf(page, emailId);
  const id = Prisma.sql`id`;
  const nearest = nearestFirst(page, id);
  const foundId = Prisma.sql`found."emailId"`;
  return {
    // The ORDER BY makes the planner use the index instead of scanning the table for the first matches.
    amongFew: Prisma.sql`
      WITH found AS MATERIALIZED (
        SELECT email.id AS "emailId" FROM ${email} WHERE ${begins} ORDER BY email.subject USING ~<~ LIMIT ${few + 1}
      )
      SELECT (SELECT count(*) FROM found) > ${few} AS "areMany", ARRAY(
        SELECT ${foundId} FROM found ${joinRecord(page)} WHERE ${conditionOf(page, foundId)} ${nearestFirst(page, foundId)}
      ) AS ids`,
    amongNear: Prisma.sql`
      SELECT id FROM (
        SELECT email.id, email.subject FROM ${email} WHERE ${condition} ${nearestFirst(page, emailId, near)}
      ) AS email WHERE ${begins} ${nearest}`,
    // OFFSET 0 keeps the outer order, and a scan by id, out of the inner statement.
    amongAll: Prisma.sql`
      SELECT id FROM (SELECT email.id FROM ${email} WHERE ${begins} AND ${condition} OFFSET 0) AS email ${nearest}`,
  };
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
