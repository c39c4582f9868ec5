/** An email as its recipient would see it, in a sandboxed frame. */
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { SendoffError } from '@sendoff/core';
import { readPreview, scopeOf, type Submission } from '@sendoff/db';
import Type from 'typebox';
import { ResourceId } from '../resource-id.ts';
import type { DashboardParts } from './dashboard-parts.ts';
import { showInlineFiles } from './show-inline-files.ts';
import { withoutLinks } from './without-links.ts';

const Params = Type.Object({ id: ResourceId('email', 'The id of the email.') });
const Query = Type.Object(
  { remote: Type.Optional(Type.Literal('show', { description: 'Loads remote content, which the preview blocks by default.' })) },
  { additionalProperties: false },
);
const Headers = Type.Object({
  headers: Type.Array(Type.Object({ name: Type.String(), value: Type.String() }), {
    description: 'The additional header fields, as submitted.',
  }),
});

/**
 * A policy without any permissions: no scripts, forms, frames, plugins or navigation. Remote content is loaded only on request,
 * so that the sender does not learn of the preview.
 */
function policy(publicUrl: string, remote: boolean): string {
  const files = `${new URL(publicUrl).origin}/attachments/ 'self'`;
  const elsewhere = remote ? ' https: http:' : '';
  return [
    'sandbox',
    "default-src 'none'",
    `img-src data: ${files}${elsewhere}`,
    `style-src 'unsafe-inline'${elsewhere}`,
    `font-src data:${elsewhere}`,
    "object-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** Serves `/dashboard/api/emails/:id/preview` and `…/headers`. */
export const previewRoutes: FastifyPluginCallbackTypebox<DashboardParts> = (app, parts, done) => {
  const { database, publicUrl, signer } = parts;
  app.get(
    '/dashboard/api/emails/:id/preview',
    { schema: { operationId: 'dashboardPreview', params: Params, querystring: Query } },
    async ({ params: { id }, query: { remote }, apiKey }, reply) => {
      const email = await readPreview(database, id, scopeOf(apiKey));
      const html = email?.content?.html ?? null;
      if (email === null || html === null) throw new SendoffError('email_not_found');
      const links = new Map(
        email.attachments.map(({ id: attachmentId, contentId }) => [
          contentId ?? '',
          new URL(signer.sign({ emailId: id, attachmentId }).url),
        ]),
      );
      return reply
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': policy(publicUrl, remote === 'show'),
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
          'x-dns-prefetch-control': 'off',
        })
        .serializer(String)
        .send(showInlineFiles(remote === 'show' ? html : withoutLinks(html), links));
    },
  );
  app.get(
    '/dashboard/api/emails/:id/headers',
    { schema: { operationId: 'dashboardHeaders', params: Params, response: { 200: Headers } } },
    async ({ params: { id }, apiKey }) => {
      const email = await readPreview(database, id, scopeOf(apiKey));
      if (email === null) throw new SendoffError('email_not_found');
      const headers = Object.entries(email.headers as Submission['headers']).flatMap(([name, values]) =>
        [values].flat().map((value) => ({ name, value })),
      );
      return { headers };
    },
  );
  done();
};
