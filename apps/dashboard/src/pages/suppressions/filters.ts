/** Which suppressions the list shows: what stands in the address of the page. */
import type { Suppression } from '../../api/types.ts';
import { strings } from '../../strings.ts';

/** The filters. */
export interface Filters {
  readonly origin: Suppression['origin'] | undefined;
  /** A whole address; empty for all. */
  readonly email: string;
  /** The page: those older than this one, or newer. */
  readonly after: string | undefined;
  readonly before: string | undefined;
}

/** Reads the address; what it holds that is none of this is ignored. */
export function readFilters(search: URLSearchParams): Filters {
  const origin = search.get('origin') ?? '';
  return {
    origin: Object.hasOwn(strings.suppressions.origins, origin) ? (origin as Suppression['origin']) : undefined,
    email: search.get('email') ?? '',
    after: search.get('after') ?? undefined,
    before: search.get('before') ?? undefined,
  };
}

/** The address that {@link readFilters} reads. */
export function writeFilters({ origin, email, after, before }: Filters): URLSearchParams {
  return new URLSearchParams({
    ...(origin !== undefined && { origin }),
    ...(email !== '' && { email }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
  });
}

/** Whether anything is left out. */
export const isFiltered = ({ origin, email }: Filters): boolean => origin !== undefined || email !== '';
