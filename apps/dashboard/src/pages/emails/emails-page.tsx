/** Every email, and any one in seconds. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { answer, api } from '../../api/client.ts';
import { buttonClasses } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadFailure, Loading } from '../../components/loading.tsx';
import { Pager } from '../../components/pager.tsx';
import { PageTitle } from '../../components/panel.tsx';
import { strings } from '../../strings.ts';
import { CELLS, columns } from './columns.tsx';
import { FilterBar } from './filter-bar.tsx';
import { isFiltered, queryOf, readFilters, writeFilters, type Filters } from './filters.ts';

/** Emails on a page. */
const LIMIT = 25;

/** The page. Its filters are in its address, so that it can be kept and handed on. */
export function EmailsPage() {
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const change = (changes: Partial<Filters>) => setSearch(writeFilters({ ...filters, ...changes }));
  const page = useQuery({
    queryKey: ['emails', search.toString()],
    queryFn: () => answer(api.GET('/emails', { params: { query: { limit: LIMIT, ...queryOf(filters, new Date()) } } })),
    placeholderData: keepPreviousData,
  });

  return (
    <>
      <PageTitle title={strings.emails.title} />
      <div className="rounded-lg border border-line bg-surface">
        <FilterBar
          key={search.toString()}
          filters={filters}
          onChange={(changes) => change({ after: undefined, before: undefined, ...changes })}
        />
        {page.isError && <LoadFailure error={page.error} onRetry={() => void page.refetch()} />}
        {page.isPending && <Loading />}
        {page.data !== undefined && !page.isError && (
          <>
            {page.data.data.length === 0 ? (
              <NoEmails filtered={isFiltered(filters)} />
            ) : (
              <DataTable
                label={strings.emails.title}
                columns={columns}
                rows={page.data.data}
                idOf={({ id }) => id}
                cellClasses={CELLS}
              />
            )}
            <Pager
              position={filters}
              hasMore={page.data.has_more}
              first={page.data.data[0]?.id}
              last={page.data.data.at(-1)?.id}
              onChange={change}
            />
          </>
        )}
      </div>
    </>
  );
}

function NoEmails({ filtered }: { readonly filtered: boolean }) {
  if (filtered) return <EmptyState title={strings.emails.nothingFound}>{strings.emails.nothingFoundHint}</EmptyState>;
  return (
    <EmptyState title={strings.emails.none}>
      <p className="mb-3">{strings.emails.noneHint}</p>
      <Link href="/dashboard/compose" className={buttonClasses('primary')}>
        {strings.overview.firstCompose}
      </Link>
    </EmptyState>
  );
}
