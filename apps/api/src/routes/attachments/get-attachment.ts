/** `GET /emails/:id/attachments/:attachment_id`: one attachment of an email. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { listAttachments, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { Attachment, AttachmentId, EXAMPLE_ATTACHMENT, OwnerId, presentAttachment } from './attachment-schema.ts';
import type { AttachmentRouteParts } from './list-attachments.ts';

/** Serves the metadata of one attachment, with a download link. */
export const getAttachmentRoute: FastifyPluginCallbackTypebox<AttachmentRouteParts> = (app, { database, signer }, done) => {
  app.get(
    '/emails/:id/attachments/:attachment_id',
    {
      schema: {
        summary: 'Retrieve an attachment',
        description:
          'Returns the name, size and type of an attachment with a download link that is valid for one hour. Each call ' +
          'creates a new link.',
        operationId: 'getAttachment',
        tags: ['Attachments'],
        params: Type.Object({ id: OwnerId, attachment_id: AttachmentId }),
        response: {
          200: { ...Attachment, examples: [{ object: 'attachment', ...EXAMPLE_ATTACHMENT }] } as typeof Attachment,
          ...errorResponses('email_not_found', 'attachment_not_found', 'invalid_parameter'),
        },
      },
    },
    async ({ params: { id, attachment_id: attachmentId }, apiKey }) => {
      const files = await listAttachments(database, id, scopeOf(apiKey));
      if (files === null) throw new SendoffError('email_not_found');
      const file = files.find((one) => one.id === attachmentId.toLowerCase());
      if (file === undefined) throw new SendoffError('attachment_not_found');
      return { object: 'attachment' as const, ...presentAttachment(id, file, signer) };
    },
  );
  done();
};
