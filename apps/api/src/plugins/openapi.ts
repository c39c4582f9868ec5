/** The documentation of the API, made from the schemas of its routes. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { VERSION } from '../version.ts';

const INTRODUCTION = `Hand Sendoff an email over HTTP; it keeps it, delivers it through an SMTP relay, and can always say what happened to it.

**Keys.** Every operation under /emails needs \`Authorization: Bearer KEY\`. A key with \`sending_access\` may only send.

**Errors.** Every error has the body \`{statusCode, message, name}\`. The message names the field and says what it must be.
Every response carries \`x-request-id\`, under which the log of the API has more.

**Clients.** The operations follow the Resend API, so its SDKs work with this base URL.`;

/** Everything comes from this server: no font, script or badge is loaded from elsewhere. */
const CONTENT_SECURITY_POLICY = {
  'default-src': "'self'",
  'base-uri': "'self'",
  'frame-ancestors': "'none'",
  'img-src': ["'self'", 'data:'],
  'object-src': "'none'",
  'script-src': "'self'",
  // Swagger UI writes style attributes.
  'style-src': ["'self'", "'unsafe-inline'"],
};

/** Describes every route that is registered from now on, at `/openapi.json` and, for people, at `/docs`. */
export async function documentRoutes(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Sendoff', version: VERSION, description: INTRODUCTION, license: { name: 'MIT', identifier: 'MIT' } },
      servers: [{ url: publicUrl }],
      tags: [
        { name: 'Emails', description: 'Sending, and what became of it.' },
        { name: 'Operation', description: 'For those who run Sendoff. No key needed.' },
      ],
      components: {
        securitySchemes: { apiKey: { type: 'http', scheme: 'bearer', description: 'A key made with `sendoff keys create`.' } },
      },
      security: [{ apiKey: [] }],
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: CONTENT_SECURITY_POLICY });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
