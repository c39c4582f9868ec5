/** `GET /emails/:id/attachments/:attachment_id`: one file of an email. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { listAttachments, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { errorResponses } from '../error-responses.ts';
import { Attachment, AttachmentId, EXAMPLE_ATTACHMENT, OwnerId, presentAttachment } from './attachment-schema.ts';
import type { AttachmentRouteParts } from './list-attachments.ts';

/** Serves one file: what it is, and where its bytes are. */
export const getAttachmentRoute: FastifyPluginCallbackTypebox<AttachmentRouteParts> = (app, { database, signer }, done) => {
  app.get(
    '/emails/:id/attachments/:attachment_id',
    {
      schema: {
        summary: 'Read a file of an email',
        description: 'Name, size and type, with a link to the bytes that works for an hour. Each call makes a new link.',
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
