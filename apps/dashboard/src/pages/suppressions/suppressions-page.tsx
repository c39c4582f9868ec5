/** The suppression list. */
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Suppression } from '../../api/types.ts';
import { Button, buttonClasses } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Pager } from '../../components/pager.tsx';
import { PageTitle } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { strings } from '../../strings.ts';
import { isHalfTyped } from '../emails/filters.ts';
import { AddSuppressionsDialog } from './add-suppressions-dialog.tsx';
import { isFiltered, readFilters, writeFilters, type Filters } from './filters.ts';
import { ImportSuppressionsDialog } from './import-suppressions-dialog.tsx';
import { RemoveSuppressionDialog } from './remove-suppression-dialog.tsx';
import { SuppressionFilterBar } from './suppression-filter-bar.tsx';
import { SuppressionTable } from './suppression-table.tsx';
import { useSuppressions, useSuppressionsChanged } from './use-suppressions.ts';

const words = strings.suppressions;

type Question = { readonly kind: 'add' | 'import' } | { readonly kind: 'remove'; readonly suppression: Suppression };

/** The filters are kept in the URL, so that a search can be bookmarked and shared. */
export function SuppressionsPage() {
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const change = (changes: Partial<Filters>) => setSearch(writeFilters({ ...filters, ...changes }));
  const halfTyped = isHalfTyped('to', filters.email);
  const page = useSuppressions(filters, { enabled: !halfTyped });
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
          filters={filters}
          onChange={(changes) => change({ after: undefined, before: undefined, ...changes })}
        />
        {halfTyped ? (
          <div role="status">
            <EmptyState title={strings.emails.keepTyping.to} />
          </div>
        ) : (
          <QueryView query={page}>
            {({ data, has_more, elsewhere }) => (
              <>
                {data.length === 0 ? (
                  <NoSuppressions filters={filters} elsewhere={elsewhere} />
                ) : (
                  <SuppressionTable
                    suppressions={data}
                    onRemove={(suppression) => setQuestion({ kind: 'remove', suppression })}
                  />
                )}
                <Pager position={filters} hasMore={has_more} first={data[0]?.id} last={data.at(-1)?.id} onChange={change} />
              </>
            )}
          </QueryView>
        )}
      </div>
      {question?.kind === 'add' && <AddSuppressionsDialog {...dialog} />}
      {question?.kind === 'import' && <ImportSuppressionsDialog {...dialog} />}
      {question?.kind === 'remove' && <RemoveSuppressionDialog {...dialog} suppression={question.suppression} />}
    </>
  );
}

interface NoSuppressionsProps {
  readonly filters: Filters;
  readonly elsewhere: Suppression | null;
}

function NoSuppressions({ filters, elsewhere }: NoSuppressionsProps) {
  const { email, after, before } = filters;
  if (elsewhere !== null) return <EmptyState title={words.otherOrigin(elsewhere.email, words.origins[elsewhere.origin])} />;
  if (email !== '') return <EmptyState title={words.notOnList(email)}>{words.notOnListHint}</EmptyState>;
  if (after !== undefined || before !== undefined) return <EmptyState title={words.emptyPage} />;
  if (isFiltered(filters)) return <EmptyState title={words.nothingFound} />;
  return <EmptyState title={words.none}>{words.noneHint}</EmptyState>;
}
