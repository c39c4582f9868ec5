/** `GET /dashboard/api/queue`: what lies in the queue, for operators. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { QUEUE_STATES, type QueueState } from '@sendoff/queue';
import Type from 'typebox';
import { serveLiveKeysOnly } from '../live-keys-only.ts';
import type { DashboardParts } from './dashboard-routes.ts';
import { rememberBriefly } from './remember-briefly.ts';

/** Jobs that are shown. */
const SHOWN = 100;
/** Milliseconds between two looks, however many people and tabs of theirs look. */
const COUNT_EVERY_MS = 5000;
const LIST_EVERY_MS = 1000;

const Query = Type.Object(
  { state: Type.Unsafe<QueueState>({ type: 'string', enum: QUEUE_STATES, description: 'Where the jobs are.' }) },
  { additionalProperties: false },
);
const nullable = (description: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], description });

const Inside = Type.Object({
  engine: Type.Unsafe<'redis' | 'postgres'>({ type: 'string', enum: ['redis', 'postgres'], description: 'Where it is kept.' }),
  counts: Type.Object(
    {
      waiting: Type.Integer({ description: 'To be worked on at once.' }),
      active: Type.Integer({ description: 'Being worked on.' }),
      delayed: Type.Integer({ description: 'To be worked on within a minute.' }),
      failed: Type.Integer({ description: 'Ended by an error; kept by no release of Sendoff.' }),
    },
    { description: 'Jobs by state; each names up to eight emails.' },
  ),
  jobs: Type.Array(
    Type.Object({
      email_id: Type.String({ description: 'The email that a worker is to look at.' }),
      generation: Type.Integer({ description: 'A worker skips a job of an older generation than its email.' }),
      made_at: Type.String({ description: 'When the job was made; ISO 8601.' }),
      due_at: nullable('ISO 8601; null for at once.'),
      failure: nullable('Why it failed.'),
    }),
    { description: 'The first hundred emails that jobs name in the state that was asked for.' },
  ),
});

const LIVE_ONLY = 'The queue holds jobs for live mail as well. Sign in with a live key to look into it.';

/** Serves it. */
export const queueRoute: FastifyPluginCallbackTypebox<DashboardParts> = (app, { queue, now }, done) => {
  serveLiveKeysOnly(app, LIVE_ONLY);
  const counts = rememberBriefly(() => queue.countJobs(), COUNT_EVERY_MS, now);
  const jobs = new Map(
    QUEUE_STATES.map((state) => [state, rememberBriefly(() => queue.listJobs(state, SHOWN), LIST_EVERY_MS, now)]),
  );
  app.get(
    '/dashboard/api/queue',
    { schema: { operationId: 'dashboardQueue', querystring: Query, response: { 200: Inside } } },
    async ({ query }) => {
      const [counted, listed] = await readOrExplain(() => Promise.all([counts(), jobs.get(query.state)?.() ?? []]));
      return {
        engine: queue.engine,
        counts: counted,
        jobs: listed.map(({ emailId, generation, madeAt, dueAt, failure }) => ({
          email_id: emailId,
          generation,
          made_at: madeAt.toISOString(),
          due_at: dueAt?.toISOString() ?? null,
          failure,
        })),
      };
    },
  );
  done();
};

/** Email is accepted and sent without the queue, so that it is away is no error of ours: it is what the page is to say. */
async function readOrExplain<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    throw new SendoffError('unavailable', 'The queue does not answer. Accepted emails are safe in the table.', {
      cause: error,
    });
  }
}
