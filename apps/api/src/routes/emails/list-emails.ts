/** `GET /emails`: pages of emails, newest first. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { listEmails, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { refuseBothSides } from '../page-parameters.ts';
import type { EmailRouteParts } from './email-parts.ts';
import { EmailListItem, EXAMPLE_EMAIL } from './email-schema.ts';
import { DEFAULT_LIMIT, ListQuery, readEmailFilter } from './list-query.ts';
import { presentListItem } from './present-email.ts';

const {
  object: _object,
  html: _html,
  text: _text,
  tags: _tags,
  content_expired: _contentExpired,
  recipients: _recipients,
  ...item
} = EXAMPLE_EMAIL;

const EmailList = Type.Object(
  {
    object: Type.Literal('list'),
    has_more: Type.Boolean({ description: 'Whether more items follow in the direction of paging.' }),
    data: Type.Array(EmailListItem, {
      description: 'The emails, newest first, without `html`, `text`, `tags` and `recipients`.',
    }),
  },
  { description: 'A page of emails.', examples: [{ object: 'list', has_more: false, data: [item] }] },
);

/** Serves the list. */
export const listEmailsRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, { database }, done) => {
  app.get(
    '/emails',
    {
      schema: {
        summary: 'List emails',
        description:
          'Returns emails, newest first. For the next page, pass the last id of this page as `after`. Paging is by id, so ' +
          'new emails neither shift nor repeat items. `after` and `before` cannot be combined. Use at most one of `to`, ' +
          '`from`, `tag` and `subject`; `status`, `mode` and the time filters can be combined with any of them.',
        operationId: 'listEmails',
        tags: ['Emails'],
        querystring: ListQuery,
        response: { 200: EmailList, ...errorResponses('invalid_parameter') },
      },
    },
    async ({ query, apiKey }) => {
      refuseBothSides(query);
      const { limit = DEFAULT_LIMIT, after, before } = query;
      const filter = readEmailFilter(query);
      const page = await listEmails(database, { limit, scope: scopeOf(apiKey), olderThan: after, newerThan: before, filter });
      return { object: 'list' as const, has_more: page.hasMore, data: page.emails.map(presentListItem) };
    },
  );
  done();
};
