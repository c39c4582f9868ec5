/** `GET /dashboard/api/emails/:id/source`: the message source, as sent to the relay. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { type Database, type KeptMessage, readAttachmentBytes, readMessage, readMessageFiles, scopeOf } from '@sendoff/db';
import Type from 'typebox';
import { openDownloadLine } from '../attachments/download-line.ts';
import { DOWNLOAD_SECURITY_HEADERS } from '../attachments/download-security-headers.ts';
import { ResourceId } from '../resource-id.ts';
import type { DashboardParts } from './dashboard-parts.ts';

const Params = Type.Object({ id: ResourceId('email', 'The id of the email.') });
const Query = Type.Object(
  {
    octets: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Return only this many bytes from the start.' }),
    ),
  },
  { additionalProperties: false },
);

/** Bytes of attachments in messages that are composed at once; composing takes a few times as much memory. */
const LIMITS = { resource: 'source_bytes', bytes: 32 * 1024 * 1024, patienceMs: 20_000, waiting: 50 };

/** Serves it, as a file to be saved. */
export const sourceRoute: FastifyPluginCallbackTypebox<DashboardParts> = (app, { database }, done) => {
  const line = openDownloadLine(LIMITS);
  app.get(
    '/dashboard/api/emails/:id/source',
    { schema: { operationId: 'dashboardSource', params: Params, querystring: Query } },
    async ({ params: { id }, query: { octets }, apiKey }, reply) => {
      const email = await readMessage(database, id, scopeOf(apiKey));
      if (email === null) throw new SendoffError('email_not_found');
      if ((await line.enter(reply.raw, apiKey.id, sizeOf(email))) === 'full') throw new SendoffError('overloaded');

      const message = await messageOf(database, email);
      return reply
        .headers({
          ...DOWNLOAD_SECURITY_HEADERS,
          'content-type': 'message/rfc822',
          'content-disposition': `attachment; filename="${id}.eml"`,
        })
        .send(octets === undefined ? message : message.subarray(0, octets));
    },
  );
  done();
};

/** The message as submitted over SMTP, or composed. The composer is loaded on first use, since the API needs it only here. */
async function messageOf(database: Database, email: KeptMessage): Promise<Buffer> {
  const bytes = email.content.message === null ? null : await readAttachmentBytes(database, email.content.message);
  if (bytes !== null) return Buffer.from(bytes);
  const { composeMessage, outgoingMessage } = await import('@sendoff/mail/compose');
  return composeMessage(outgoingMessage(await readMessageFiles(database, email)));
}

const sizeOf = ({ attachments }: KeptMessage): number => attachments.reduce((sum, { size }) => sum + (size ?? 0), 0);
