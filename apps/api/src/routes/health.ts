/** `GET /healthz` and `GET /readyz`, for those who look after the process. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { ERRORS } from '@sendoff/core';
import { pingDatabase, type Database } from '@sendoff/db';
import type { DeliveryQueue } from '@sendoff/queue';
import { checkReadiness } from '@sendoff/telemetry';
import Type from 'typebox';

const CheckState = (description: string) =>
  Type.Unsafe<'ok' | 'unreachable'>({ type: 'string', enum: ['ok', 'unreachable'], description });
const Checks = Type.Object(
  {
    database: CheckState('Whether PostgreSQL can be written to: without it nothing is accepted.'),
    queue: CheckState(
      'Whether the queue can be written to: without it email is accepted, and sent from the database some seconds later.',
    ),
  },
  { description: 'Each part that was looked at.' },
);

const Alive = Type.Object({ status: Type.Literal('ok') }, { description: 'The process runs.', examples: [{ status: 'ok' }] });

const Ready = Type.Object(
  {
    status: Type.Unsafe<'ready' | 'degraded'>({
      type: 'string',
      enum: ['ready', 'degraded'],
      description: '`degraded` while the queue cannot be used.',
    }),
    checks: Checks,
  },
  {
    description: 'Email is accepted. `degraded`: it is sent some seconds late, since the queue cannot be used.',
    examples: [{ status: 'ready', checks: { database: 'ok', queue: 'ok' } }],
  },
);

const Unavailable = Type.Object(
  {
    statusCode: Type.Integer({ description: 'The HTTP status code.' }),
    message: Type.String({ description: 'What is wrong, for people.' }),
    name: Type.String({ description: 'What is wrong, for programs.' }),
    status: Type.Literal('unavailable'),
    checks: Checks,
  },
  {
    description: 'The database is away: nothing can be accepted.',
    examples: [
      {
        statusCode: 503,
        message: ERRORS.unavailable.message,
        name: ERRORS.unavailable.name,
        status: 'unavailable',
        checks: { database: 'unreachable', queue: 'ok' },
      },
    ],
  },
);

/** What the checks look at. */
interface HealthParts {
  readonly database: Database;
  readonly queue: Pick<DeliveryQueue, 'ping'>;
}

/** Serves the health endpoints. */
export const healthRoutes: FastifyPluginCallbackTypebox<HealthParts> = (app, { database, queue }, done) => {
  const about = { tags: ['Operation'], security: [] };
  app.get(
    '/healthz',
    {
      schema: {
        ...about,
        summary: 'Whether the process runs',
        operationId: 'getHealth',
        description: 'Answers 200 as long as the process runs, whatever else is away. Needs no key.',
        response: { 200: Alive },
      },
    },
    () => ({ status: 'ok' as const }),
  );

  app.get(
    '/readyz',
    {
      schema: {
        ...about,
        summary: 'Whether email can be accepted',
        operationId: 'getReadiness',
        description:
          'Checks whether the database and the queue can be written to, each for 2 s at most. Without the queue email is still accepted and sent. Needs no key.',
        response: { 200: Ready, 503: Unavailable },
      },
    },
    async (_request, reply) => {
      const { status, checks } = await checkReadiness({
        database: () => pingDatabase(database),
        queue: () => queue.ping(),
      });
      void reply.header('cache-control', 'no-store');
      if (status !== 'unavailable') return { status, checks };
      const { status: statusCode, message, name } = ERRORS.unavailable;
      return reply.code(503).send({ statusCode, message, name, status, checks });
    },
  );
  done();
};
