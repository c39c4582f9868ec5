/** The data of the overview: over time, and now. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { scopeOf, type ModeScope } from '@sendoff/db';
import Type from 'typebox';
import { openLiveStreams } from './live-streams.ts';
import { Now, readNow } from './read-now.ts';
import { RANGES, readSeries, Series, type Range } from './read-series.ts';
import { rememberBriefly } from './remember-briefly.ts';
import type { DashboardParts } from './dashboard-parts.ts';

/** Milliseconds between two reads, whatever the number of viewers; longer for ranges that are expensive to count. */
const EVERY_MS = 2000;
const LONG_RANGE_EVERY_MS = 10_000;

const Query = Type.Object(
  { range: Type.Unsafe<Range>({ type: 'string', enum: Object.keys(RANGES), description: 'The time range.' }) },
  { additionalProperties: false },
);

/** Serves `/dashboard/api/overview`, `/dashboard/api/now` and its stream `/dashboard/api/live`. */
export const overviewRoutes: FastifyPluginCallbackTypebox<DashboardParts> = (app, parts, done) => {
  const { database, now, wallClock, logger } = parts;
  const clock = () => new Date(wallClock());
  const openOverview = (scope: ModeScope) => {
    const series = (range: Range, everyMs: number) =>
      rememberBriefly(() => readSeries(database, range, clock(), scope), everyMs, now);
    const current = rememberBriefly(() => readNow(database, clock(), scope), EVERY_MS / 2, now);
    return {
      current,
      series: {
        hour: series('hour', EVERY_MS),
        day: series('day', LONG_RANGE_EVERY_MS),
        week: series('week', LONG_RANGE_EVERY_MS),
      },
      streams: openLiveStreams({ app, read: current, everyMs: EVERY_MS, logger }),
    };
  };
  // Shared by all viewers of the same scope.
  const overviews = { all: openOverview('all'), test: openOverview('test') };

  app.get(
    '/dashboard/api/overview',
    { schema: { operationId: 'dashboardOverview', querystring: Query, response: { 200: Series } } },
    ({ query, apiKey }) => overviews[scopeOf(apiKey)].series[query.range](),
  );
  app.get('/dashboard/api/now', { schema: { operationId: 'dashboardNow', response: { 200: Now } } }, ({ apiKey }) =>
    overviews[scopeOf(apiKey)].current(),
  );
  app.get('/dashboard/api/live', { exposeHeadRoute: false, schema: { operationId: 'dashboardLive' } }, (request, reply) => {
    const stream = overviews[scopeOf(request.apiKey)].streams.open(request.apiKey.id, request.isStillAllowed);
    return reply
      .headers({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      .send(stream);
  });
  done();
};
