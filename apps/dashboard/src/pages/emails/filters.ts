/** The filters of the email list, in the URL and in API queries. */
import type { Status } from '../../api/types.ts';
import { strings } from '../../strings.ts';

/** The fields that can be searched, one at a time. */
export const FIND_BY = ['to', 'from', 'subject', 'tag'] as const;
/** A field that can be searched. */
export type FindBy = (typeof FIND_BY)[number];
/** How long ago the email was accepted. */
export type Since = keyof typeof strings.emails.sinces;

/** Live or test mode. */
export type Mode = keyof typeof strings.emails.modes;

export interface Filters {
  readonly status: Status | undefined;
  /** `any`, live emails only, or simulated (test) emails only. */
  readonly mode: Mode;
  readonly by: FindBy;
  readonly value: string;
  readonly since: Since;
  /** Bounds for the range `custom`, as ISO 8601; empty for no bound. */
  readonly from: string;
  readonly until: string;
  /** Page cursor: emails older than `after` or newer than `before`. */
  readonly after: string | undefined;
  readonly before: string | undefined;
}

/** No filter. */
export const NO_FILTERS: Filters = {
  status: undefined,
  mode: 'any',
  by: 'to',
  value: '',
  since: 'any',
  from: '',
  until: '',
  after: undefined,
  before: undefined,
};

/** Parses the URL; unknown parameters and values are ignored. */
export function readFilters(search: URLSearchParams): Filters {
  const status = search.get('status') ?? '';
  const mode = search.get('mode') ?? 'any';
  const by = FIND_BY.find((name) => search.has(name)) ?? 'to';
  const since = search.get('since') ?? 'any';
  return {
    status: Object.hasOwn(strings.status, status) ? (status as Status) : undefined,
    mode: Object.hasOwn(strings.emails.modes, mode) ? (mode as Mode) : 'any',
    by,
    value: search.get(by) ?? '',
    since: Object.hasOwn(strings.emails.sinces, since) ? (since as Since) : 'any',
    from: search.get('created_after') ?? '',
    until: search.get('created_before') ?? '',
    after: search.get('after') ?? undefined,
    before: search.get('before') ?? undefined,
  };
}

/** The URL parameters that {@link readFilters} parses. */
export function writeFilters({ status, mode, by, value, since, from, until, after, before }: Filters): URLSearchParams {
  const custom = since === 'custom';
  return new URLSearchParams({
    ...(status !== undefined && { status }),
    ...(mode !== 'any' && { mode }),
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
export function queryOf({ status, mode, by, value, since, from, until, after, before }: Filters, now: Date) {
  const custom = since === 'custom';
  const createdAfter =
    since === 'hour' || since === 'day' || since === 'week' ? new Date(now.getTime() - SINCE_MS[since]).toISOString() : from;
  return {
    ...(status !== undefined && { status }),
    ...(mode !== 'any' && { mode }),
    ...(value !== '' && { [by]: value }),
    ...(since !== 'any' && createdAfter !== '' && { created_after: createdAfter }),
    ...(custom && until !== '' && { created_before: until }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
  };
}

/** Whether any filter is set. */
export const isFiltered = ({ status, mode, value, since }: Filters): boolean =>
  status !== undefined || mode !== 'any' || value !== '' || since !== 'any';

/** Patterns that a complete address and a complete tag match. */
const WHOLE = { to: /[^\s<]@[^\s>]/, from: /[^\s<]@[^\s>]/, tag: /[^:]:[^:]/, subject: /./ } as const satisfies Record<
  FindBy,
  RegExp
>;

/**
 * Whether the search text is incomplete. Addresses and tags match exactly, so an incomplete one is not sent to the API, which would
 * reject it.
 */
export const isHalfTyped = (by: FindBy, value: string): boolean => value !== '' && !WHOLE[by].test(value);
