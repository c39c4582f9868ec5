/** `GET /attachments/:id/download`: the bytes of a file, by a signed link. */
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
      description: 'Until when the link works, in seconds since 1970.',
      'x-must-be': 'a whole number of seconds since 1970',
      examples: [1_775_258_022],
    }),
    signature: Type.String({
      maxLength: 64,
      description: 'HMAC-SHA256 of the rest, as base64url.',
      'x-must-be': 'the signature of the link',
      examples: ['dGhlIHNpZ25hdHVyZSBvZiB0aGUgbGluayBpcyBoZXJl'],
    }),
  },
  { additionalProperties: false },
);

/** A page with a hundred images asks for all of them at once; none of it is worth more memory than three large files. */
const LIMITS = { resource: 'download_bytes', bytes: 100 * 1024 * 1024, patienceMs: 20_000, waiting: 500 };

/** Serves the bytes. */
export const downloadAttachmentRoute: FastifyPluginCallbackTypebox<AttachmentRouteParts> = (app, { database, signer }, done) => {
  const line = openDownloadLine(LIMITS);
  app.get(
    '/attachments/:id/download',
    {
      schema: {
        summary: 'Download a file',
        description: 'Where `download_url` leads. Needs no key: the link is signed, and works for an hour.',
        operationId: 'downloadAttachment',
        tags: ['Attachments'],
        security: [],
        params: Type.Object({ id: AttachmentId }),
        querystring: Query,
        response: {
          200: {
            description: 'The bytes, in the media type of the file.',
            content: { '*/*': { schema: { description: 'The bytes as they are.' } } },
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
        // The preview of an email is in a sandbox, which is an origin of its own, and shows the images. The link is the permission.
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
  if (verdict === 'forged') throw new SendoffError('invalid_link', 'This link is not valid. Use it exactly as it was given.');
  if (verdict === 'expired') {
    throw new SendoffError('invalid_link', 'This link has expired. Ask for the attachment again to get a new one.');
  }
}

/** The type that the file has in its message, unless a header cannot carry it (RFC 9110 section 5.5). */
const headerSafe = (type: string): string => (/^[\x20-\x7e]+$/.test(type) ? type : UNKNOWN_MEDIA_TYPE);

/** For clients that know only the old form of the header; others read the name in UTF-8 beside it (RFC 6266). */
const asciiOf = (filename: string): string => filename.replaceAll(/[^\x20-\x7e]/g, '_');
