/** The errors that every route can return. */
import type { ErrorCode } from '@sendoff/core';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { errorCodesOf, errorResponses, type ResponseSchemas } from '../routes/error-responses.ts';

/** Of routes with an API key. */
const WITH_KEY = ['missing_api_key', 'unknown_api_key', 'network_not_allowed', 'rate_limited', 'too_many_failures'] as const;
const FULL_ACCESS = ['restricted_api_key'] as const;
/** Of methods that can have a body. */
const WITH_BODY = [
  'foreign_origin',
  'malformed_body',
  'body_too_large',
  'unsupported_media_type',
  'overloaded',
  'body_too_slow',
] as const;
const ALWAYS = ['internal', 'unavailable'] as const;

/** Adds the common errors to the schema of every route of `app`. All of them need an API key. */
export function documentCommonErrors(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.schema === undefined) return;
    const given = (route.schema.response ?? {}) as ResponseSchemas;
    const named = Object.values(given).flatMap(errorCodesOf);
    route.schema.response = { ...given, ...errorResponses(...new Set([...commonErrors(route), ...named])) };
  });
}

function commonErrors({ method, config }: RouteOptions): ErrorCode[] {
  const readsBody = [method].flat().some((one) => one !== 'GET' && one !== 'HEAD');
  return [
    ...WITH_KEY,
    ...(config?.permission === 'sending_access' ? [] : FULL_ACCESS),
    ...(readsBody ? WITH_BODY : []),
    ...ALWAYS,
  ];
}
