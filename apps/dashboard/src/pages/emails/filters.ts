/** Which emails the list shows: what stands in the address of the page, and what the API is asked for. */
import type { Status } from '../../api/types.ts';
import { strings } from '../../strings.ts';

/** What an email can be found by; one of them at a time. */
export const FIND_BY = ['to', 'from', 'subject', 'tag'] as const;
/** What an email can be found by. */
export type FindBy = (typeof FIND_BY)[number];
/** How long ago it was accepted. */
export type Since = keyof typeof strings.emails.sinces;

/** Whether emails are delivered. */
export type Mode = keyof typeof strings.emails.modes;

/** The filters. */
export interface Filters {
  readonly status: Status | undefined;
  /** `any`, or only those that are delivered, or only those that the sandbox simulates. */
  readonly mode: Mode;
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
  mode: 'any',
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

/** The address that {@link readFilters} reads. */
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

/** Whether anything is left out. */
export const isFiltered = ({ status, mode, value, since }: Filters): boolean =>
  status !== undefined || mode !== 'any' || value !== '' || since !== 'any';

/** What a whole address has at least, and a whole tag. */
const WHOLE = { to: /[^\s<]@[^\s>]/, from: /[^\s<]@[^\s>]/, tag: /[^:]:[^:]/, subject: /./ } as const satisfies Record<
  FindBy,
  RegExp
>;

/**
 * Whether what is typed can only be the beginning of what is looked for. Addresses and tags match whole, so the API is not asked, which
 * could only refuse it.
 */
export const isHalfTyped = (by: FindBy, value: string): boolean => value !== '' && !WHOLE[by].test(value);
