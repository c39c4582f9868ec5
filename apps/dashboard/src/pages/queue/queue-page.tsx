/** The state of the queue, for operators. */
import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Tabs } from '@base-ui/react/tabs';
import { answer, api } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadFailure, Loading } from '../../components/loading.tsx';
import { PageTitle } from '../../components/panel.tsx';
import { StaleNotice } from '../../components/query-view.tsx';
import { number } from '../../format/number.ts';
import { strings } from '../../strings.ts';
import { JobTable } from './job-table.tsx';

const words = strings.queue;

type State = keyof typeof words.states;

const REFRESH_MS = 2000;
/** The most jobs that the API lists. */
const SHOWN = 100;

export function QueuePage() {
  const [state, setState] = useState<State>('waiting');
  const queue = useQuery({
    queryKey: ['queue', state],
    queryFn: () => answer(api.GET('/dashboard/api/queue', { params: { query: { state } } })),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  // Counts cover all states, so they are kept when another state is selected; the listed jobs are not.
  const { data, isPlaceholderData, error } = queue;
  return (
    <>
      <PageTitle title={words.title} />
      {data === undefined && error === null && <Loading />}
      {data === undefined && error !== null && <LoadFailure error={error} onRetry={() => void queue.refetch()} />}
      <StaleNotice query={queue} />
      {data !== undefined && (
        <div data-stale={error === null ? undefined : ''}>
          <p className="mb-4 max-w-prose text-muted">{words.lead(words.engines[data.engine])}</p>
          <Tabs.Root
            value={state}
            onValueChange={(chosen) => setState(chosen as State)}
            className="rounded-lg border border-line bg-surface"
          >
            <Tabs.List className="grid grid-cols-2 border-b border-line sm:grid-cols-4">
              {Object.entries(words.states).map(([name, label]) => (
                <Tabs.Tab
                  key={name}
                  value={name}
                  className="border-b-2 border-transparent px-4 py-3 text-left text-muted hover:bg-raised data-active:border-accent data-active:text-ink"
                >
                  <span className="block text-xs">{label}</span>
                  <span className="numbers text-xl font-semibold">{number(data.counts[name as State])}</span>
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value={state}>
              {isPlaceholderData ? (
                <Loading />
              ) : data.jobs.length === 0 ? (
                <EmptyState title={words.stateHints[state]} />
              ) : (
                <JobTable jobs={data.jobs} />
              )}
              {data.jobs.length >= SHOWN && !isPlaceholderData && (
                <p className="border-t border-line p-3 text-xs text-muted">{words.shown(number(SHOWN))}</p>
              )}
            </Tabs.Panel>
          </Tabs.Root>
        </div>
      )}
    </>
  );
}
