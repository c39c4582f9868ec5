/** The result of a query: loading, loaded, or no longer up to date. */
import { useContext, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { exactTime } from '../format/time.ts';
import { LiveContext } from '../live/use-live.ts';
import { strings } from '../strings.ts';
import { Button } from './button.tsx';
import { LoadFailure, Loading } from './loading.tsx';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** Shown before the first result; a spinner by default. */
  readonly pending?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/**
 * Keeps showing the last result while a refetch fails, with a notice that says how old it is. Placeholder data belongs to another
 * query (the previous page), so it is not shown as the result of this one.
 */
export function QueryView<Data>({ query, pending = <Loading />, children }: QueryViewProps<Data>) {
  const { data, error, isPlaceholderData } = query;
  if (data === undefined || isPlaceholderData) {
    return error === null ? pending : <LoadFailure error={error} onRetry={() => void query.refetch()} />;
  }
  return (
    <>
      <StaleNotice query={query} />
      <div data-stale={error === null ? undefined : ''}>{children(data)}</div>
    </>
  );
}

/**
 * A notice that the shown data could not be refreshed; renders nothing when it is current or when the page-wide notice is shown.
 */
export function StaleNotice({ query }: { readonly query: Pick<UseQueryResult, 'data' | 'error' | 'dataUpdatedAt' | 'refetch'> }) {
  const { kind } = useContext(LiveContext);
  const { data, error, dataUpdatedAt } = query;
  if (data === undefined || error === null || kind === 'lost') return null;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2 text-warn">
      <p className="min-w-0 wrap-anywhere">{strings.stale(exactTime(new Date(dataUpdatedAt)), error.message)}</p>
      <Button onClick={() => void query.refetch()}>{strings.retry}</Button>
    </div>
  );
}
