/** `GET /emails`: pages of emails, newest first. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/config';
import { listEmails } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { EmailId, type EmailRouteParts } from './email-parts.ts';
import { EmailListItem, EXAMPLE_EMAIL } from './email-schema.ts';
import { presentListItem } from './present-email.ts';

const DEFAULT_LIMIT = 20;
const MOST = 100;

const Query = Type.Object(
  {
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MOST,
        default: DEFAULT_LIMIT,
        description: 'Emails on a page.',
        'x-must-be': `a whole number from 1 to ${String(MOST)}`,
      }),
    ),
    after: Type.Optional(EmailId('The last id of a page: answers the page after it, with older emails.')),
    before: Type.Optional(EmailId('The first id of a page: answers the page before it, with newer emails.')),
  },
  { additionalProperties: false },
);

const {
  object: _object,
  html: _html,
  text: _text,
  tags: _tags,
  waiting: _waiting,
  recipients: _recipients,
  ...item
} = EXAMPLE_EMAIL;

const EmailList = Type.Object(
  {
    object: Type.Literal('list'),
    has_more: Type.Boolean({ description: 'Whether more lie beyond this page, in its direction.' }),
    data: Type.Array(EmailListItem, { description: 'Newest first, without html, text and tags.' }),
  },
  { description: 'A page.', examples: [{ object: 'list', has_more: false, data: [item] }] },
);

/** Serves the list. */
export const listEmailsRoute: FastifyPluginCallbackTypebox<EmailRouteParts> = (app, { database }, done) => {
  app.get(
    '/emails',
    {
      schema: {
        summary: 'List emails',
        description:
          'Newest first, by key: email that arrives meanwhile neither shifts nor repeats what was read. ' +
          'Ask for the next page with `after` and the last id of this one. `after` and `before` together are refused.',
        operationId: 'listEmails',
        tags: ['Emails'],
        querystring: Query,
        response: { 200: EmailList, ...errorResponses('restricted_api_key', 'invalid_parameter') },
      },
    },
    async ({ query: { limit = DEFAULT_LIMIT, after, before } }) => {
      if (after !== undefined && before !== undefined) {
        throw new SendoffError('invalid_parameter', 'The parameters `after` and `before` exclude each other. Leave one out.');
      }
      const page = await listEmails(database, { limit, olderThan: after, newerThan: before });
      return { object: 'list' as const, has_more: page.hasMore, data: page.emails.map(presentListItem) };
    },
  );
  done();
};
