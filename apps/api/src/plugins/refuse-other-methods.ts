/** 405 with `Allow` for known paths. */
import { SendoffError } from '@sendoff/core';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the resource is not supported: its other methods then get 404 instead of 405. */
    readonly isUnserved?: boolean;
  }
}

/**
 * Records the methods of every route added after this call.
 *
 * @returns a function to call after all routes are added: it adds routes that respond with 405 to the other methods of their
 *   paths, before authentication and before any body is read.
 */
export function refuseOtherMethods(app: FastifyInstance): () => void {
  const methodsOf = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method, config }) => {
    if (config?.isUnserved === true) return;
    // A trailing slash makes no difference.
    const path = url === '/' ? url : url.replace(/\/$/, '');
    const methods = methodsOf.get(path) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    methodsOf.set(path, methods);
  });

  return () => {
    for (const [url, methods] of [...methodsOf]) {
      const allow = [...methods].sort().join(', ');
      app.route({
        method: app.supportedMethods.filter((method) => !methods.has(method)),
        url,
        schema: { hide: true },
        onRequest: (_request, reply, done) => {
          void reply.header('allow', allow);
          done(new SendoffError('method_not_allowed'));
        },
        handler: () => undefined,
      });
    }
  };
}
