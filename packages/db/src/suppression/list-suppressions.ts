/** Reads pages of the suppression list. */
import type { Database } from '../database.ts';
import type { SuppressionOrigin } from '../generated/enums.ts';
import type { Suppression } from './suppression.ts';

/** Which page: the newest, or those on one side of an id. */
export interface SuppressionPageRequest {
  readonly limit: number;
  readonly olderThan?: string | undefined;
  readonly newerThan?: string | undefined;
  readonly origin?: SuppressionOrigin | undefined;
}

/** One page by key, the newest first, and whether more lie beyond it in its direction. */
export async function listSuppressions(
  database: Database,
  { limit, olderThan, newerThan, origin }: SuppressionPageRequest,
): Promise<{ readonly suppressions: Suppression[]; readonly hasMore: boolean }> {
  const found = await database.suppression.findMany({
    where: {
      ...(origin !== undefined && { origin }),
      id: { ...(olderThan !== undefined && { lt: olderThan }), ...(newerThan !== undefined && { gt: newerThan }) },
    },
    orderBy: { id: newerThan === undefined ? 'desc' : 'asc' },
    take: limit + 1,
  });
  const suppressions = found.slice(0, limit);
  if (newerThan !== undefined) suppressions.reverse();
  return { suppressions, hasMore: found.length > limit };
}

/** Suppressions read at once while all of them are gone through. */
const PAGE = 1000;

/** Every suppression, the oldest first, however many there are: a page of them at a time, and only that in memory. */
export async function* readAllSuppressions(database: Database, origin?: SuppressionOrigin): AsyncGenerator<Suppression[]> {
  let newerThan = FIRST_ID;
  for (;;) {
    const { suppressions, hasMore } = await listSuppressions(database, { limit: PAGE, newerThan, origin });
    yield suppressions.toReversed();
    if (!hasMore) return;
    newerThan = suppressions[0]?.id ?? newerThan;
  }
}

/** Before every id. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
