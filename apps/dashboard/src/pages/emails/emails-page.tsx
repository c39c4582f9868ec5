/** The list of emails with search and filters. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { answer, api } from '../../api/client.ts';
import { buttonClasses } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Pager } from '../../components/pager.tsx';
import { PageTitle } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { strings } from '../../strings.ts';
import { CELLS, columns } from './columns.tsx';
import { FilterBar } from './filter-bar.tsx';
import { isFiltered, isHalfTyped, queryOf, readFilters, writeFilters, type Filters } from './filters.ts';

/** Emails per page. */
const LIMIT = 25;
/** Polling interval in milliseconds: bounces change the list without a live update. */
const REFRESH_MS = 10_000;

/** The filters are kept in the URL, so that a search can be bookmarked and shared. */
export function EmailsPage() {
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const change = (changes: Partial<Filters>) => setSearch(writeFilters({ ...filters, ...changes }));
  const halfTyped = isHalfTyped(filters.by, filters.value);
  const page = useQuery({
    queryKey: ['emails', search.toString()],
    queryFn: () => answer(api.GET('/emails', { params: { query: { limit: LIMIT, ...queryOf(filters, new Date()) } } })),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
    enabled: !halfTyped,
  });

  return (
    <>
      <PageTitle title={strings.emails.title} />
      <div className="rounded-lg border border-line bg-surface">
        <FilterBar filters={filters} onChange={(changes) => change({ after: undefined, before: undefined, ...changes })} />
        {halfTyped ? (
          <div role="status">
            <EmptyState title={strings.emails.keepTyping[filters.by]} />
          </div>
        ) : (
          <QueryView query={page}>
            {({ data, has_more }) => (
              <>
                {data.length === 0 ? (
                  <NoEmails filters={filters} />
                ) : (
                  <DataTable
                    label={strings.emails.title}
                    columns={columns}
                    rows={data}
                    idOf={({ id }) => id}
                    cellClasses={CELLS}
                  />
                )}
                <Pager position={filters} hasMore={has_more} first={data[0]?.id} last={data.at(-1)?.id} onChange={change} />
              </>
            )}
          </QueryView>
        )}
      </div>
    </>
  );
}

function NoEmails({ filters }: { readonly filters: Filters }) {
  if (filters.after !== undefined || filters.before !== undefined) return <EmptyState title={strings.emails.emptyPage} />;
  if (isFiltered(filters)) return <EmptyState title={strings.emails.nothingFound}>{strings.emails.nothingFoundHint}</EmptyState>;
  return (
    <EmptyState title={strings.emails.none}>
      <p className="mb-3">{strings.emails.noneHint}</p>
      <Link href="/dashboard/compose" className={buttonClasses('primary')}>
        {strings.overview.firstCompose}
      </Link>
    </EmptyState>
  );
}
