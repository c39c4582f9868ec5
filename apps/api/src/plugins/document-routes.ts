/** The API documentation, generated from the schemas of the routes. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { VERSION } from '../version.ts';

const INTRODUCTION = `Sendoff accepts an email over HTTP, stores it, delivers it through an SMTP relay, and reports its status at any time.

**Clients.** The operations follow the Resend API, so its SDKs work with this base URL. Additions are marked as not part of
the Resend API.

**Keys.** Send \`Authorization: Bearer KEY\` with every request, unless an operation says that it needs no API key. A key with
\`sending_access\` can only send email. Email sent with a \`test\` key is simulated and never delivered.

**Errors.** Every error has the body \`{statusCode, message, name}\`. The message names the field and says what is required.
After a 4xx error nothing of the request is stored, except the valid lines of a suppression import. After a 5xx error it may
have been: repeat the request with the same \`Idempotency-Key\`. Every response has an \`x-request-id\` header; the log of the
API has details under this id.

**Idempotency.** A request to send emails can be repeated safely with the same \`Idempotency-Key\` header: for 24 hours it returns
the same response and is executed only once.

**Limits.** If the deployment has a rate limit, every response has the headers \`ratelimit-limit\`, \`ratelimit-remaining\`,
\`ratelimit-reset\` (seconds) and \`ratelimit-policy\` (\`10;w=1\` means 10 per second). Requests beyond the limit get a 429 with
\`retry-after\` in seconds. Wrong API keys are limited to 10 per minute and address. Unknown fields and parameters are rejected.

**Pagination.** Lists take \`limit\`, and \`after\` or \`before\` with an id from the previous page. New items neither shift nor
repeat what a client has read.

**Times** look like \`2026-04-03 22:13:42.674000+00\`, always in UTC.`;

/** Allows resources from this server only: no external fonts, scripts or badges. */
const CONTENT_SECURITY_POLICY = {
  'default-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'img-src': ["'self'", 'data:'],
  'object-src': "'none'",
  'script-src': "'self'",
  // Swagger UI writes style attributes.
  'style-src': ["'self'", "'unsafe-inline'"],
};

/** Documents every route registered after this call, at `/openapi.json` and, for people, at `/docs`. */
export async function documentRoutes(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Sendoff', version: VERSION, description: INTRODUCTION, license: { name: 'MIT', identifier: 'MIT' } },
      servers: [{ url: publicUrl }],
      tags: [
        { name: 'Emails', description: 'Send emails and follow their delivery.' },
        { name: 'Attachments', description: 'The attachments of an email, with download links.' },
        { name: 'API keys', description: 'Manage API keys and their limits. Needs a key with `full_access`.' },
        { name: 'Suppressions', description: 'The addresses that get no email. Needs a key with `full_access`.' },
        { name: 'Webhooks', description: 'Endpoints that receive events. Needs a key with `full_access`.' },
        {
          name: 'Not served',
          description:
            'Lists of unsupported resources of the Resend API. Always empty, so that clients that request them keep working.',
        },
        { name: 'Operation', description: 'Health checks and metrics. No API key needed.' },
      ],
      components: {
        securitySchemes: {
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API key, created with `sendoff keys create` or `POST /api-keys`.',
          },
        },
      },
      security: [{ apiKey: [] }],
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: CONTENT_SECURITY_POLICY });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
