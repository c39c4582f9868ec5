/** Which emails the list shows: what stands in the address of the page, and what the API is asked for. */
import type { Status } from '../../api/types.ts';
import { strings } from '../../strings.ts';

/** What an email can be found by; one of them at a time. */
export const FIND_BY = ['to', 'from', 'subject', 'tag'] as const;
/** What an email can be found by. */
export type FindBy = (typeof FIND_BY)[number];
/** How long ago it was accepted. */
export type Since = keyof typeof strings.emails.sinces;

/** The filters. */
export interface Filters {
  readonly status: Status | undefined;
  readonly by: FindBy;
  readonly value: string;
  readonly since: Since;
  /** Where `since` is `custom`, as ISO 8601; empty for no bound. */
  readonly from: string;
  readonly until: string;
  /** The page: emails older than this one, or newer. */
  readonly after: string | undefined;
  readonly before: string | undefined;
}

/** No filter. */
export const NO_FILTERS: Filters = {
  status: undefined,
  by: 'to',
  value: '',
  since: 'any',
  from: '',
  until: '',
  after: undefined,
  before: undefined,
};

/** Reads the address; what it holds that is none of this is ignored. */
export function readFilters(search: URLSearchParams): Filters {
  const status = search.get('status') ?? '';
  const by = FIND_BY.find((name) => search.has(name)) ?? 'to';
  const since = search.get('since') ?? 'any';
  return {
    status: Object.hasOwn(strings.status, status) ? (status as Status) : undefined,
    by,
    value: search.get(by) ?? '',
    since: Object.hasOwn(strings.emails.sinces, since) ? (since as Since) : 'any',
    from: search.get('created_after') ?? '',
    until: search.get('created_before') ?? '',
    after: search.get('after') ?? undefined,
    before: search.get('before') ?? undefined,
  };
}

/** The address that {@link readFilters} reads. */
export function writeFilters({ status, by, value, since, from, until, after, before }: Filters): URLSearchParams {
  const custom = since === 'custom';
  return new URLSearchParams({
    ...(status !== undefined && { status }),
    ...(value !== '' && { [by]: value }),
    ...(since !== 'any' && { since }),
    ...(custom && from !== '' && { created_after: from }),
    ...(custom && until !== '' && { created_before: until }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
  });
}

const SINCE_MS = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 } as const;

/** The query of `GET /emails`. */
export function queryOf({ status, by, value, since, from, until, after, before }: Filters, now: Date) {
  const custom = since === 'custom';
  const createdAfter =
    since === 'hour' || since === 'day' || since === 'week' ? new Date(now.getTime() - SINCE_MS[since]).toISOString() : from;
  return {
    ...(status !== undefined && { status }),
    ...(value !== '' && { [by]: value }),
    ...(since !== 'any' && createdAfter !== '' && { created_after: createdAfter }),
    ...(custom && until !== '' && { created_before: until }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
  };
}

/** Whether anything is left out. */
export const isFiltered = ({ status, value, since }: Filters): boolean => status !== undefined || value !== '' || since !== 'any';
