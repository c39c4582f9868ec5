/** `GET /attachments/:id/download`: downloads a file by a signed link. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { shareKeyOf } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';
import { measureAttachment, readAttachment } from '@sendoff/db';
import { mediaTypeOf, UNKNOWN_MEDIA_TYPE } from '@sendoff/mail/message';
import contentDisposition from 'content-disposition';
import Type from 'typebox';
import { overloaded } from '../../shares/overloaded.ts';
import { errorResponses } from '../error-responses.ts';
import { ResourceId } from '../resource-id.ts';
import { AttachmentId } from './attachment-schema.ts';
import { openDownloadLine } from './download-line.ts';
import { DOWNLOAD_SECURITY_HEADERS } from './download-security-headers.ts';
import type { AttachmentRouteParts } from './list-attachments.ts';

const Query = Type.Object(
  {
    email: ResourceId('email', 'The id of the email.'),
    expires: Type.Integer({
      minimum: 0,
      maximum: 99_999_999_999,
      description: 'When the link expires, in seconds since 1970.',
      'x-must-be': 'a whole number of seconds since 1970',
      examples: [1_775_258_022],
    }),
    signature: Type.String({
      maxLength: 64,
      description: 'The HMAC-SHA256 signature of the link, in base64url.',
      'x-must-be': 'the signature of the link',
      examples: ['dGhlIHNpZ25hdHVyZSBvZiB0aGUgbGluayBpcyBoZXJl'],
    }),
  },
  { additionalProperties: false },
);

/** A page with a hundred images requests all of them at once, so downloads wait; the memory is enough for about three large files. */
const LIMITS = { resource: 'download_bytes', bytes: 100 * 1024 * 1024, patienceMs: 20_000, waiting: 500 };

/** Serves the bytes. */
export const downloadAttachmentRoute: FastifyPluginCallbackTypebox<AttachmentRouteParts> = (app, { database, signer }, done) => {
  const line = openDownloadLine(LIMITS);
  app.get(
    '/attachments/:id/download',
    {
      schema: {
        summary: 'Download an attachment',
        description:
          'Returns the content of the file. This is the target of `download_url`. Needs no API key: the link is signed and ' +
          'valid for one hour.',
        operationId: 'downloadAttachment',
        tags: ['Attachments'],
        security: [],
        params: Type.Object({ id: AttachmentId }),
        querystring: Query,
        response: {
          200: {
            description: 'The content of the file, in its media type.',
            content: { '*/*': { schema: { description: 'The content of the file.' } } },
          },
          ...errorResponses('invalid_link', 'attachment_not_found', 'invalid_parameter', 'internal', 'unavailable', 'overloaded'),
        },
      },
    },
    async ({ params: { id }, query }, reply) => {
      refuseUnlessValid(signer.verify(id, query));
      const measured = await measureAttachment(database, query.email, id);
      if (measured !== null && (await line.enter(reply.raw, shareKeyOf(measured.apiKeyId), measured.size)) === 'full') {
        throw overloaded();
      }
      const file = measured === null ? null : await readAttachment(database, query.email, id);
      if (file === null) throw new SendoffError('attachment_not_found');
      void reply.headers({
        ...DOWNLOAD_SECURITY_HEADERS,
        // The preview of an email shows the images from a sandboxed frame, which has its own origin. The link is the permission.
        'cross-origin-resource-policy': 'cross-origin',
        'content-type': headerSafe(mediaTypeOf(file)),
        'content-disposition': contentDisposition(file.filename, { type: 'attachment', fallback: asciiOf(file.filename) }),
      });
      return reply.send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
    },
  );
  done();
};

function refuseUnlessValid(verdict: 'valid' | 'expired' | 'forged'): void {
  if (verdict === 'forged') throw new SendoffError('invalid_link', 'This link is not valid. Use it exactly as it was returned.');
  if (verdict === 'expired') {
    throw new SendoffError('invalid_link', 'This link has expired. Retrieve the attachment again to get a new one.');
  }
}

/** The type of the file in its message, unless it is not allowed in a header (RFC 9110 section 5.5). */
const headerSafe = (type: string): string => (/^[\x20-\x7e]+$/.test(type) ? type : UNKNOWN_MEDIA_TYPE);

/** The fallback name for clients that do not support `filename*` (RFC 6266), which carries the name in UTF-8. */
const asciiOf = (filename: string): string => filename.replaceAll(/[^\x20-\x7e]/g, '_');
