/** The overview page. */
import { lazy, Suspense, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { ErrorBoundary } from '../../components/error-boundary.tsx';
import { PageTitle, Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Segments } from '../../components/segments.tsx';
import { useNow } from '../../live/use-live.ts';
import { strings } from '../../strings.ts';
import { FirstSteps } from './first-steps.tsx';
import { NowCards } from './now-cards.tsx';
import { RelayTable } from './relay-table.tsx';
import { RangeTotals } from './range-totals.tsx';
import { SeriesLegend } from './series-legend.tsx';

const SeriesChart = lazy(() => import('./series-chart.tsx').then(({ SeriesChart: chart }) => ({ default: chart })));

const words = strings.overview;

/** A time range, named as in the API. */
type Range = keyof typeof words.ranges;

const REFRESH_MS = 10_000;

export function OverviewPage() {
  const now = useNow();
  const [range, setRange] = useState<Range>('hour');
  const series = useQuery({
    queryKey: ['series', range],
    queryFn: () => answer(api.GET('/dashboard/api/overview', { params: { query: { range } } })),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  return (
    <>
      <PageTitle title={words.title}>
        <Segments label={words.range} value={range} options={words.ranges} onChange={setRange} />
      </PageTitle>
      <div className="flex flex-col gap-4">
        <QueryView query={now}>
          {(data) => (
            <div className="flex flex-col gap-4">
              {data.newest_id === null && <FirstSteps />}
              <NowCards now={data} />
            </div>
          )}
        </QueryView>
        <Panel title={words.totals} hint={words.totalsHint(words.ranges[range])}>
          <QueryView query={series} pending={<div className="h-17" />}>
            {({ emails }) => <RangeTotals emails={emails} />}
          </QueryView>
        </Panel>
        <Panel title={words.chart} hint={words.chartHint}>
          {series.data === undefined || series.isPlaceholderData ? (
            <div className="h-78" />
          ) : (
            <div data-stale={series.isError ? '' : undefined}>
              <SeriesLegend />
              <ErrorBoundary resetKey={range}>
                <Suspense fallback={<div className="h-64" />}>
                  <SeriesChart series={series.data} rangeName={words.ranges[range]} />
                </Suspense>
              </ErrorBoundary>
            </div>
          )}
        </Panel>
        {now.data !== undefined && (
          <Panel title={words.relays} hint={words.relayHint}>
            <RelayTable relays={now.data.relays} />
          </Panel>
        )}
      </div>
    </>
  );
}
