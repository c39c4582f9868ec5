/** Reads pages of the suppression list. */
import type { Database } from '../database.ts';
import type { SuppressionOrigin } from '../generated/enums.ts';
import type { Suppression } from './suppression.ts';

/** The page: the newest suppressions, or those older or newer than an id. */
export interface SuppressionPageRequest {
  readonly limit: number;
  readonly olderThan?: string | undefined;
  readonly newerThan?: string | undefined;
  readonly origin?: SuppressionOrigin | undefined;
}

/** One page with keyset pagination, newest first. `hasMore` tells whether more follow in its direction. */
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

/** Page size of {@link readAllSuppressions}. */
const PAGE = 1000;

/** Yields all suppressions, oldest first, page by page; only one page is in memory. */
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
