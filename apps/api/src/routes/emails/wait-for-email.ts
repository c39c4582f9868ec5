/** `GET /emails/:id/wait`: answers when an email gets somewhere. */
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
/** Milliseconds between looks at the table: soon at first, since most email is sent at once, then ever more seldom. */
const FIRST_PAUSE_MS = 100;
const MAX_PAUSE_MS = 1000;

const GOALS = [...new Set([...STATUSES, ...EVENT_TYPES])];

const Query = Type.Object(
  {
    until: Type.Optional(
      Type.Unsafe<EmailStatus | EmailEventType>({
        type: 'string',
        enum: GOALS,
        description: 'A `status` or a `last_event`. Without it, any state in which the email stays unless a person acts.',
        'x-must-be': `one of ${GOALS.join(', ')}`,
        examples: ['sent'],
      }),
    ),
    timeout: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: MAX_TIMEOUT,
        default: DEFAULT_TIMEOUT,
        description: 'Seconds to wait at most.',
        'x-must-be': `a whole number of seconds from 0 to ${String(MAX_TIMEOUT)}`,
      }),
    ),
  },
  { additionalProperties: false },
);

/** Serves the wait. */
export const waitForEmailRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, { database }, done) => {
  const closing = new AbortController();
  // A server that stops does not wait for those who wait.
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
          'Answers with the email, as reading it does, as soon as it has the status or the last event that is asked for, or has ' +
          'come to a state in which it stays; and after `timeout` seconds at the latest, however it stands then. ' +
          'So look at `status` in the answer.',
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

/** Aborted once nobody listens any more. */
function clientGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  return gone.signal;
}
