/** The documentation of the API, made from the schemas of its routes. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { VERSION } from '../version.ts';

const INTRODUCTION = `Hand Sendoff an email over HTTP; it keeps it, delivers it through an SMTP relay, and can always say what happened to it.

**Clients.** The operations follow the Resend API, so its SDKs work with this base URL. What Sendoff adds says so.

**Keys.** Send \`Authorization: Bearer KEY\` with every request, save where an operation says that it needs none. A key with
\`sending_access\` may only send; a key for \`test\` mail sends nothing out of the house.

**Errors.** Every error has the body \`{statusCode, message, name}\`. The message names the field and says what it must be.
When a request gets an error, nothing of it is kept. Every response carries \`x-request-id\`, under which the log of the API has more.

**Repeating a request.** With the header \`Idempotency-Key\` a submission can be repeated safely: for 24 hours the same request
gets the same answer, and is acted on once.

**Limits.** Where a deployment limits requests, every response says how many are left: \`ratelimit-limit\`,
\`ratelimit-remaining\`, \`ratelimit-reset\` (seconds) and \`ratelimit-policy\` (\`10;w=1\` is 10 in 1 second). Beyond the limit
the answer is 429, and \`retry-after\` says for how many seconds. Wrong keys are limited to 10 per minute and address.
Unknown fields and parameters are refused rather than ignored.

**Pages.** Lists are read with \`limit\`, and \`after\` or \`before\` with an id from the page before. What arrives meanwhile
neither shifts nor repeats anything.

**Times** look like \`2026-04-03 22:13:42.674000+00\`, always in UTC.`;

/** Everything comes from this server: no font, script or badge is loaded from elsewhere. */
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

/** Describes every route that is registered from now on, at `/openapi.json` and, for people, at `/docs`. */
export async function documentRoutes(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Sendoff', version: VERSION, description: INTRODUCTION, license: { name: 'MIT', identifier: 'MIT' } },
      servers: [{ url: publicUrl }],
      tags: [
        { name: 'Emails', description: 'Sending, and what became of it.' },
        { name: 'Attachments', description: 'The files of an email, and links to their bytes.' },
        { name: 'API keys', description: 'Who may use the API, and for what. Needs a key with `full_access`.' },
        { name: 'Suppressions', description: 'The addresses that no email is sent to. Needs a key with `full_access`.' },
        { name: 'Webhooks', description: 'Where events are posted. Needs a key with `full_access`.' },
        { name: 'Not served', description: 'Lists of the Resend API that are empty, so that clients which ask for them go on.' },
        { name: 'Operation', description: 'For those who run Sendoff. No key needed.' },
      ],
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'A key made with `sendoff keys create`, or here.' },
        },
      },
      security: [{ apiKey: [] }],
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: CONTENT_SECURITY_POLICY });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
