/** `GET /dashboard/api/queue`: the jobs in the queue, for operators. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { QUEUE_STATES, type QueueState } from '@sendoff/queue';
import Type from 'typebox';
import { serveLiveKeysOnly } from '../live-keys-only.ts';
import type { DashboardParts } from './dashboard-parts.ts';
import { rememberBriefly } from './remember-briefly.ts';

/** Jobs that are shown. */
const SHOWN = 100;
/** Milliseconds between two reads, whatever the number of viewers. */
const COUNT_EVERY_MS = 5000;
const LIST_EVERY_MS = 1000;

const Query = Type.Object(
  { state: Type.Unsafe<QueueState>({ type: 'string', enum: QUEUE_STATES, description: 'Only jobs in this state.' }) },
  { additionalProperties: false },
);
const nullable = (description: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], description });

const Inside = Type.Object({
  engine: Type.Unsafe<'redis' | 'postgres'>({ type: 'string', enum: ['redis', 'postgres'], description: 'The queue backend.' }),
  counts: Type.Object(
    {
      waiting: Type.Integer({ description: 'Jobs to process now.' }),
      active: Type.Integer({ description: 'Jobs in progress.' }),
      delayed: Type.Integer({ description: 'Jobs to process within a minute.' }),
      failed: Type.Integer({ description: 'Jobs that ended with an error. Sendoff does not keep them.' }),
    },
    { description: 'The number of jobs by state; each job contains up to eight emails.' },
  ),
  jobs: Type.Array(
    Type.Object({
      email_id: Type.String({ description: 'The email to process.' }),
      generation: Type.Integer({
        description: 'The generation of the email when the job was created. A worker skips a job that is older than its email.',
      }),
      made_at: Type.String({ description: 'When the job was created, in ISO 8601.' }),
      due_at: nullable('When the job is due, in ISO 8601; null for now.'),
      failure: nullable('Why the job failed.'),
    }),
    { description: 'The first 100 emails in jobs of the requested state.' },
  ),
});

const LIVE_ONLY = 'The queue also holds jobs of live mail. Sign in with a live key to see it.';

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

/** Email is accepted and sent without the queue, so an unreachable queue is reported on the page, not logged as an error. */
async function readOrExplain<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    throw new SendoffError('unavailable', 'The queue is unreachable. Accepted emails are safe in the database.', {
      cause: error,
    });
  }
}
