/** `GET /healthz` and `GET /readyz`, for health checks. */
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
    database: CheckState('Whether PostgreSQL is writable. Without it no email is accepted.'),
    queue: CheckState(
      'Whether the queue is writable. Without it email is still accepted, and sent from the database a few seconds later.',
    ),
  },
  { description: 'The result of each check.' },
);

const Alive = Type.Object(
  { status: Type.Literal('ok') },
  { description: 'The process is running.', examples: [{ status: 'ok' }] },
);

const Ready = Type.Object(
  {
    status: Type.Unsafe<'ready' | 'degraded'>({
      type: 'string',
      enum: ['ready', 'degraded'],
      description: '`degraded` while the queue is unreachable.',
    }),
    checks: Checks,
  },
  {
    description: 'Email is accepted. With `degraded` it is sent a few seconds late, because the queue is unreachable.',
    examples: [{ status: 'ready', checks: { database: 'ok', queue: 'ok' } }],
  },
);

const Unavailable = Type.Object(
  {
    statusCode: Type.Integer({ description: 'The HTTP status code.' }),
    message: Type.String({ description: 'A human-readable explanation of the error.' }),
    name: Type.String({ description: 'A machine-readable error name.' }),
    status: Type.Literal('unavailable'),
    checks: Checks,
  },
  {
    description: 'The database is unreachable: no email can be accepted.',
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

/** The services that are checked. */
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
        summary: 'Check liveness',
        operationId: 'getHealth',
        description:
          'Returns 200 while the process is running, even if the database or the queue is unreachable. Needs no API key.',
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
        summary: 'Check readiness',
        operationId: 'getReadiness',
        description:
          'Checks whether the database and the queue are writable, with a timeout of 2 seconds each. Without the queue email ' +
          'is still accepted and sent. Needs no API key.',
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
