/** `GET /emails/:id/attachments`: the files of an email. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { type AttachmentSummary, type Database, listAttachments, scopeOf } from '@sendoff/db';
import Type, { type Static } from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { pageParameters, refuseBothSides } from '../page-parameters.ts';
import { AttachmentItem, EXAMPLE_ATTACHMENT, OwnerId, presentAttachment } from './attachment-schema.ts';
import type { DownloadSigner } from './sign-download.ts';

/** As many as an email can have: nobody needs to ask twice. */
const DEFAULT_LIMIT = 100;

const Query = Type.Object(pageParameters('files', 'attachment', DEFAULT_LIMIT), { additionalProperties: false });

const AttachmentList = Type.Object(
  {
    object: Type.Literal('list'),
    has_more: Type.Boolean({ description: 'Whether more lie beyond this page, in its direction.' }),
    data: Type.Array(AttachmentItem, { description: 'In the order of the email.' }),
  },
  { description: 'The files.', examples: [{ object: 'list', has_more: false, data: [EXAMPLE_ATTACHMENT] }] },
);

/** What the routes of files work with. */
export interface AttachmentRouteParts {
  readonly database: Database;
  readonly signer: DownloadSigner;
}

/** Serves the list. */
export const listAttachmentsRoute: FastifyPluginCallbackTypebox<AttachmentRouteParts> = (app, { database, signer }, done) => {
  app.get(
    '/emails/:id/attachments',
    {
      schema: {
        summary: 'List the files of an email',
        description: 'Names, sizes and types, each with a link to the bytes that works for an hour.',
        operationId: 'listAttachments',
        tags: ['Attachments'],
        params: Type.Object({ id: OwnerId }),
        querystring: Query,
        response: { 200: AttachmentList, ...errorResponses('email_not_found', 'invalid_parameter') },
      },
    },
    async ({ params: { id }, query, apiKey }) => {
      refuseBothSides(query);
      const all = await listAttachments(database, id, scopeOf(apiKey));
      if (all === null) throw new SendoffError('email_not_found');
      const { files, hasMore } = pageOf(all, query);
      return {
        object: 'list' as const,
        has_more: hasMore,
        data: files.map((file) => presentAttachment(id, file, signer)),
      };
    },
  );
  done();
};

/** Ids of files rise with their place in the email. */
function pageOf(all: readonly AttachmentSummary[], { limit = DEFAULT_LIMIT, after, before }: Static<typeof Query>) {
  const within = all.filter(
    ({ id }) => (after === undefined || id > after.toLowerCase()) && (before === undefined || id < before.toLowerCase()),
  );
  return {
    files: before === undefined ? within.slice(0, limit) : within.slice(-limit),
    hasMore: within.length > limit,
  };
}
