/** The filters of the suppression list, kept in the URL. */
import type { Suppression } from '../../api/types.ts';
import { strings } from '../../strings.ts';

export interface Filters {
  readonly origin: Suppression['origin'] | undefined;
  /** A complete address; empty for all. */
  readonly email: string;
  /** Page cursor: suppressions older than `after` or newer than `before`. */
  readonly after: string | undefined;
  readonly before: string | undefined;
}

/** Parses the URL; unknown parameters and values are ignored. */
export function readFilters(search: URLSearchParams): Filters {
  const origin = search.get('origin') ?? '';
  return {
    origin: Object.hasOwn(strings.suppressions.origins, origin) ? (origin as Suppression['origin']) : undefined,
    email: search.get('email') ?? '',
    after: search.get('after') ?? undefined,
    before: search.get('before') ?? undefined,
  };
}

/** The URL parameters that {@link readFilters} parses. */
export function writeFilters({ origin, email, after, before }: Filters): URLSearchParams {
  return new URLSearchParams({
    ...(origin !== undefined && { origin }),
    ...(email !== '' && { email }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
  });
}

/** Whether any filter is set. */
export const isFiltered = ({ origin, email }: Filters): boolean => origin !== undefined || email !== '';
