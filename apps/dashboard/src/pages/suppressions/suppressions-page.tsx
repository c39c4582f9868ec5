/** The addresses that get no email. */
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Suppression } from '../../api/types.ts';
import { Button, buttonClasses } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadFailure, Loading } from '../../components/loading.tsx';
import { Pager } from '../../components/pager.tsx';
import { PageTitle } from '../../components/panel.tsx';
import { strings } from '../../strings.ts';
import { AddSuppressionsDialog } from './add-suppressions-dialog.tsx';
import { isFiltered, readFilters, writeFilters, type Filters } from './filters.ts';
import { ImportSuppressionsDialog } from './import-suppressions-dialog.tsx';
import { RemoveSuppressionDialog } from './remove-suppression-dialog.tsx';
import { SuppressionFilterBar } from './suppression-filter-bar.tsx';
import { SuppressionTable } from './suppression-table.tsx';
import { useSuppressions, useSuppressionsChanged } from './use-suppressions.ts';

const words = strings.suppressions;

type Question = { readonly kind: 'add' | 'import' } | { readonly kind: 'remove'; readonly suppression: Suppression };

/** The page. Its filters are in its address, so that it can be kept and handed on. */
export function SuppressionsPage() {
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const change = (changes: Partial<Filters>) => setSearch(writeFilters({ ...filters, ...changes }));
  const page = useSuppressions(filters);
  const changed = useSuppressionsChanged();
  const [question, setQuestion] = useState<Question | null>(null);
  const dialog = { onChanged: changed, onClose: () => setQuestion(null) };

  return (
    <>
      <PageTitle title={words.title}>
        <div className="flex flex-wrap gap-2">
          <a href="/suppressions/export" download="suppressions.csv" className={buttonClasses()}>
            {words.export}
          </a>
          <Button onClick={() => setQuestion({ kind: 'import' })}>{words.import}</Button>
          <Button look="primary" onClick={() => setQuestion({ kind: 'add' })}>
            {words.add}
          </Button>
        </div>
      </PageTitle>
      <p className="mb-4 max-w-prose text-muted">{words.lead}</p>
      <div className="rounded-lg border border-line bg-surface">
        <SuppressionFilterBar
          key={search.toString()}
          filters={filters}
          onChange={(changes) => change({ after: undefined, before: undefined, ...changes })}
        />
        {page.isPending && <Loading />}
        {page.isError && <LoadFailure error={page.error} onRetry={() => void page.refetch()} />}
        {page.data !== undefined && !page.isError && (
          <>
            {page.data.data.length === 0 ? (
              <NoSuppressions filters={filters} />
            ) : (
              <SuppressionTable
                suppressions={page.data.data}
                onRemove={(suppression) => setQuestion({ kind: 'remove', suppression })}
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
      {question?.kind === 'add' && <AddSuppressionsDialog {...dialog} />}
      {question?.kind === 'import' && <ImportSuppressionsDialog {...dialog} />}
      {question?.kind === 'remove' && <RemoveSuppressionDialog {...dialog} suppression={question.suppression} />}
    </>
  );
}

function NoSuppressions({ filters }: { readonly filters: Filters }) {
  if (filters.email !== '') return <EmptyState title={words.notOnList(filters.email)}>{words.notOnListHint}</EmptyState>;
  if (isFiltered(filters)) return <EmptyState title={words.nothingFound} />;
  return <EmptyState title={words.none}>{words.noneHint}</EmptyState>;
}
