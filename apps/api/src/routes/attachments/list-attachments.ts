/** `GET /emails/:id/attachments`: the attachments of an email. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { type AttachmentSummary, type Database, listAttachments, scopeOf } from '@sendoff/db';
import Type, { type Static } from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { pageParameters, refuseBothSides } from '../page-parameters.ts';
import { AttachmentItem, EXAMPLE_ATTACHMENT, OwnerId, presentAttachment } from './attachment-schema.ts';
import type { DownloadSigner } from './sign-download.ts';

/** The most an email can have, so one request returns all of them. */
const DEFAULT_LIMIT = 100;

const Query = Type.Object(pageParameters('attachments', 'attachment', DEFAULT_LIMIT), { additionalProperties: false });

const AttachmentList = Type.Object(
  {
    object: Type.Literal('list'),
    has_more: Type.Boolean({ description: 'Whether more items follow in the direction of paging.' }),
    data: Type.Array(AttachmentItem, { description: 'The attachments, in the order of the email.' }),
  },
  { description: 'A page of attachments.', examples: [{ object: 'list', has_more: false, data: [EXAMPLE_ATTACHMENT] }] },
);

/** What the attachment routes need. */
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
        summary: 'List the attachments of an email',
        description:
          'Returns the names, sizes and types of the attachments, each with a download link that is valid for one hour.',
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

/** Ids of attachments are in the order of the email. */
function pageOf(all: readonly AttachmentSummary[], { limit = DEFAULT_LIMIT, after, before }: Static<typeof Query>) {
  const within = all.filter(
    ({ id }) => (after === undefined || id > after.toLowerCase()) && (before === undefined || id < before.toLowerCase()),
  );
  return {
    files: before === undefined ? within.slice(0, limit) : within.slice(-limit),
    hasMore: within.length > limit,
  };
}
