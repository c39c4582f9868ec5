/** `PATCH /emails/:id`: moves a scheduled email to another time. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { enqueueDueSoon } from '@sendoff/intake';
import { rescheduleEmail, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { normalizeEmailBody, readScheduledAt, ScheduledAt } from '@sendoff/intake/submission';
import { errorResponses } from '../error-responses.ts';
import { refuseOtherIds, RepeatedId } from '../repeated-id.ts';
import { changed, changedEmail, refuse } from './changed-email.ts';
import { EmailParams, type EmailRouteParts } from './email-parts.ts';

const Body = Type.Object(
  { scheduled_at: ScheduledAt, id: RepeatedId, email_id: RepeatedId },
  {
    additionalProperties: false,
    description: 'The new time. Nothing else can be changed.',
    examples: [{ scheduled_at: 'tomorrow at 9am' }],
  },
);

/** Serves the rescheduling of emails. */
export const rescheduleEmailRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, parts, done) => {
  app.patch(
    '/emails/:id',
    {
      preValidation: (request, _reply, next) => {
        request.body = normalizeEmailBody(request.body) as typeof request.body;
        next();
      },
      schema: {
        summary: 'Reschedule an email',
        description:
          'Moves an email whose status is `scheduled` to an earlier or later time, at most 30 days from now. Returns 422 ' +
          'once a worker has started to send it.',
        operationId: 'rescheduleEmail',
        tags: ['Emails'],
        params: EmailParams,
        body: Body,
        response: {
          200: changedEmail('The email is rescheduled.'),
          ...errorResponses('email_not_found', 'missing_field', 'invalid_field', 'invalid_parameter', 'wrong_status'),
        },
      },
    },
    async ({ params, body, apiKey }) => {
      const id = params.id.toLowerCase();
      refuseOtherIds(id, { id: body.id, email_id: body.email_id });
      const now = new Date(parts.wallClock());
      const scheduledAt = readScheduledAt(body.scheduled_at, now) ?? now;
      const result = await rescheduleEmail(parts.database, id, scheduledAt, scopeOf(apiKey));
      if (result.kind !== 'done') throw refuse(result, 'Only a scheduled email can be rescheduled');
      void enqueueDueSoon(parts, [{ emailId: id, generation: result.generation, dueAt: scheduledAt }]);
      return changed(id);
    },
  );
  done();
};
