/** What was read: while it is on its way, when it is there, and when it could not be read again. */
import { useContext, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { exactTime } from '../format/time.ts';
import { LiveContext } from '../live/use-live.ts';
import { strings } from '../strings.ts';
import { Button } from './button.tsx';
import { LoadFailure, Loading } from './loading.tsx';

/** What was asked, and how its answer is shown. */
interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** What is there before the first answer; a spinner unless it says otherwise. */
  readonly pending?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/**
 * Shows what was read last for as long as nothing newer can be read, and says since when that is so. What answers another question,
 * as the page before does while the next one is on its way, is not shown as the answer to this one.
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

/** Since when what is shown could not be read again; nothing where it is up to date, or where the whole page says so already. */
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
