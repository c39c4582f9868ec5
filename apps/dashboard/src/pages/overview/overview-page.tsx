/** Whether mail flows. */
import { lazy, Suspense, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { ErrorBoundary } from '../../components/error-boundary.tsx';
import { LoadFailure, Loading } from '../../components/loading.tsx';
import { PageTitle, Panel } from '../../components/panel.tsx';
import { Segments } from '../../components/segments.tsx';
import { useNow } from '../../live/use-live.ts';
import { strings } from '../../strings.ts';
import { FirstSteps } from './first-steps.tsx';
import { NowCards } from './now-cards.tsx';
import { RelayTable } from './relay-table.tsx';
import { SeriesTotals } from './series-totals.tsx';

const SeriesChart = lazy(() => import('./series-chart.tsx').then(({ SeriesChart: chart }) => ({ default: chart })));

/** A range, by the name that the API gives it. */
type Range = keyof typeof strings.overview.ranges;

const REFRESH_MS = 10_000;

/** The page. */
export function OverviewPage() {
  const now = useNow();
  const [range, setRange] = useState<Range>('hour');
  const series = useQuery({
    queryKey: ['series', range],
    queryFn: () => answer(api.GET('/dashboard/api/overview', { params: { query: { range } } })),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  if (now === undefined) return <Loading />;

  return (
    <>
      <PageTitle title={strings.overview.title}>
        <Segments label={strings.overview.range} value={range} options={strings.overview.ranges} onChange={setRange} />
      </PageTitle>
      <div className="flex flex-col gap-4">
        {now.newest_id === null && <FirstSteps />}
        <NowCards now={now} />
        <Panel title={strings.overview.chart} hint={strings.overview.ranges[range]}>
          {series.isError && <LoadFailure error={series.error} onRetry={() => void series.refetch()} />}
          {series.data === undefined ? (
            <div className="h-86" />
          ) : (
            <>
              <SeriesTotals totals={series.data.totals} />
              <ErrorBoundary resetKey={range}>
                <Suspense fallback={<div className="h-64" />}>
                  <SeriesChart series={series.data} rangeName={strings.overview.ranges[range]} />
                </Suspense>
              </ErrorBoundary>
            </>
          )}
        </Panel>
        <Panel title={strings.overview.relays} hint={strings.overview.relayHint}>
          <RelayTable relays={now.relays} />
        </Panel>
      </div>
    </>
  );
}
