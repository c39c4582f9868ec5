/** 405 with `Allow` for known paths. */
import { SendoffError } from '@sendoff/core';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether what a path is about is not served: its other methods are then unknown, and not forbidden. */
    readonly isUnserved?: boolean;
  }
}

/**
 * Notes the methods of every route that is added from now on.
 *
 * @returns a function to be called once all routes are there: it answers 405 for the other methods
 *   of their paths, before authentication and before any body is read.
 */
export function refuseOtherMethods(app: FastifyInstance): () => void {
  const methodsOf = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method, config }) => {
    if (config?.isUnserved === true) return;
    // With and without the slash at the end is the same path.
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
