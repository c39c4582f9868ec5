/** `GET /emails/:id/wait`: long polling for a status or an event of an email. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { FINAL, SendoffError, type EmailEventType, type EmailStatus } from '@sendoff/core';
import { getEmail, readStatus, scopeOf, type CurrentStatus } from '@sendoff/db';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { EmailParams, type EmailRouteParts } from './email-parts.ts';
import { Email, EVENT_TYPES, EXAMPLE_EMAIL, STATUSES } from './email-schema.ts';
import { presentEmail } from './present-email.ts';

/** Seconds. */
const MAX_TIMEOUT = 60;
const DEFAULT_TIMEOUT = 10;
/** Milliseconds between polls of the database: short at first, since most email is sent at once, then growing. */
const FIRST_PAUSE_MS = 100;
const MAX_PAUSE_MS = 1000;

const GOALS = [...new Set([...STATUSES, ...EVENT_TYPES])];

const Query = Type.Object(
  {
    until: Type.Optional(
      Type.Unsafe<EmailStatus | EmailEventType>({
        type: 'string',
        enum: GOALS,
        description:
          'The `status` or `last_event` to wait for. Any final status also ends the wait: `sent`, `bounced`, `failed`, ' +
          '`suppressed` or `canceled`.',
        'x-must-be': `one of ${GOALS.join(', ')}`,
        examples: ['sent'],
      }),
    ),
    timeout: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: MAX_TIMEOUT,
        default: DEFAULT_TIMEOUT,
        description: 'The maximum time to wait, in seconds.',
        'x-must-be': `a whole number of seconds from 0 to ${String(MAX_TIMEOUT)}`,
      }),
    ),
  },
  { additionalProperties: false },
);

/** Serves the long poll. */
export const waitForEmailRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, { database }, done) => {
  const closing = new AbortController();
  // A server that is stopping answers open polls at once.
  app.addHook('preClose', (next) => {
    closing.abort();
    next();
  });

  app.get(
    '/emails/:id/wait',
    {
      config: { isLongPoll: true },
      schema: {
        summary: 'Wait for an email',
        description:
          'Returns the email once it reaches the requested status or event, or any final status, or after `timeout` seconds. ' +
          'Check `status` in the response.',
        operationId: 'waitForEmail',
        tags: ['Emails'],
        params: EmailParams,
        querystring: Query,
        response: {
          200: { ...Email, examples: [EXAMPLE_EMAIL] } as typeof Email,
          ...errorResponses('email_not_found', 'invalid_parameter'),
        },
      },
    },
    async ({ params, query: { until, timeout = DEFAULT_TIMEOUT }, apiKey }, reply) => {
      const scope = scopeOf(apiKey);
      const deadline = performance.now() + timeout * 1000;
      const ended = AbortSignal.any([closing.signal, clientGone(reply)]);
      for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, MAX_PAUSE_MS)) {
        const current = await readStatus(database, params.id, scope);
        if (current === null) throw new SendoffError('email_not_found');
        const left = deadline - performance.now();
        if (isThere(current, until) || left <= 0 || ended.aborted) break;
        await sleep(Math.min(pause, left), undefined, { signal: ended }).catch(() => undefined);
      }
      const email = await getEmail(database, params.id, scope);
      if (email === null) throw new SendoffError('email_not_found');
      return presentEmail(email);
    },
  );
  done();
};

function isThere({ status, lastEvent }: CurrentStatus, until: EmailStatus | EmailEventType | undefined): boolean {
  return status === until || lastEvent === until || (FINAL as readonly EmailStatus[]).includes(status);
}

/** Aborted once the client has disconnected. */
function clientGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  return gone.signal;
}
