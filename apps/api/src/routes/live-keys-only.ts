import { SendoffError } from '@sendoff/core';
import type { FastifyInstance } from 'fastify';
import { errorCodesOf, errorResponses, type ResponseSchemas } from './error-responses.ts';

/**
 * Refuses test keys on every route of `app`, including routes added later. For resources of live mail or of the whole
 * deployment, which cannot be limited to test mail.
 *
 * @param message why the key is refused and what to do.
 */
export function serveLiveKeysOnly(app: FastifyInstance, message: string): void {
  app.addHook('onRoute', (route) => {
    if (route.schema === undefined) return;
    const given = (route.schema.response ?? {}) as ResponseSchemas;
    route.schema.response = { ...given, ...errorResponses(...Object.values(given).flatMap(errorCodesOf), 'test_key') };
  });
  app.addHook('onRequest', (request, _reply, done) => {
    done(request.apiKey.mode === 'live' ? undefined : new SendoffError('test_key', message));
  });
}
