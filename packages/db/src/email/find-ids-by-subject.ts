/** Finds the emails of a page whose subjects begin alike. */
import type { Database } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { conditionOf, joinRecord, nearestFirst, type PageRequest } from './page-request.ts';

/** How much of a table is looked at before something dearer is tried. */
export interface SubjectEffort {
  /** Emails with such a subject that are few enough to be sorted for every page: half a millisecond of an index. */
  readonly few: number;
  /** Emails that are read from where the page begins: some 10 ms if nothing is found among them. */
  readonly near: number;
}

const EFFORT: SubjectEffort = { few: 1000, near: 20_000 };

/**
 * Subjects that begin alike lie side by side in their index, but not in the order of ids, which only emails with the
 * very same subject are in. One statement would leave the choice to the planner, which knows how many there are and
 * not where: it walks back from the newest email to find many that are all old, which are seconds in a table of
 * millions. So the three ways are gone one after the other, each of which ends:
 *
 * 1. few are taken out of their index, all of them, and sorted;
 * 2. of many, some are mostly near, and found by reading the emails next to where the page begins;
 * 3. many that are all far away are sorted, up to two million in a second.
 *
 * @returns up to one id more than the page holds, the nearest first.
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

/** The statements of the three ways. Exported so that a test can look at their plans. */
export function subjectStatements(page: PageRequest, prefix: string, { few, near } = EFFORT) {
  const begins = Prisma.sql`email.subject LIKE ${`${escapeLike(prefix)}%`}`;
  const email = Prisma.sql`"EmailRecord" AS email`;
  const emailId = Prisma.sql`email.id`;
  const condition = conditionOf(page, emailId);
  const id = Prisma.sql`id`;
  const nearest = nearestFirst(page, id);
  const foundId = Prisma.sql`found."emailId"`;
  return {
    // The order keeps the planner to the index; without one it would rather walk the table until it has found enough.
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
    // OFFSET keeps the order of ids, and with it the walk along them, out of the inner statement.
    amongAll: Prisma.sql`
      SELECT id FROM (SELECT email.id FROM ${email} WHERE ${begins} AND ${condition} OFFSET 0) AS email ${nearest}`,
  };
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
