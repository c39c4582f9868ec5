/** Turns every error into a response `{statusCode, message, name}`. */
import type { Socket } from 'node:net';
import { milestones } from '@sendoff/runtime';
import { ERRORS, SendoffError, type ErrorCode } from '@sendoff/core';
import { isDatabaseAway } from '@sendoff/db';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { endWithAnswer } from './end-connections.ts';

/** Fastify's own request errors, and their codes in the error table. */
const FRAMEWORK_ERRORS: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_BAD_URL: 'route_not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'route_not_found',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_body',
};

/** Errors counted as refusals: the client sends or requests too much, or is too slow. */
const COUNTED: ReadonlySet<ErrorCode> = new Set(['body_too_large', 'body_too_slow', 'overloaded', 'rate_limited']);

/** Gives every error of `app`, and every unknown path, the same response body. */
export function registerErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
  // Thrown before the body is read, so that requests to unknown paths cannot make the server buffer large bodies.
  app.addHook('onRequest', (request, _reply, done) => done(request.is404 ? new SendoffError('route_not_found') : undefined));
  // For the static files of the documentation, which are looked up only after routing.
  app.setNotFoundHandler((request, reply) => answerError(new SendoffError('route_not_found'), request, reply));
}

/** Responds with `error`. Details of an unexpected error are not shown but logged with the request id. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = toSendoffError(error);
  const { name, status } = ERRORS[known.code];
  const route = request.routeOptions.url ?? null;
  if (status === 500) request.log.error({ err: error, method: request.method, route }, 'request failed');
  if (status === 503) request.log.warn({ err: error, method: request.method, route }, 'request refused: a service is away');

  // RFC 9110 section 15.5.2: a 401 says how to authenticate.
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  if (known.retryAfter !== undefined) void reply.header('retry-after', known.retryAfter);
  if (COUNTED.has(known.code)) milestones.refused.publish({ cause: known.code });
  // Fastify would close the connection with the rest of the body unread, and the TCP reset could overtake the response.
  // Instead Node.js discards the rest, for which `endHangingConnections` allows some seconds.
  if (known.code === 'body_too_large') void reply.removeHeader('connection');
  void reply.header('x-request-id', request.id).code(status).send({ statusCode: status, message: known.message, name });
}

function toSendoffError(error: unknown): SendoffError {
  if (error instanceof SendoffError) return error;
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown };
  const framework = typeof code === 'string' ? FRAMEWORK_ERRORS[code] : undefined;
  if (framework !== undefined) return new SendoffError(framework);
  // Other client errors of Fastify, such as an incomplete body or an unknown charset.
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return new SendoffError('malformed_body');
  return new SendoffError(isDatabaseAway(error) ? 'unavailable' : 'internal');
}

/** Responds to input that is not valid HTTP, for which there is no request. */
export function answerBrokenHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  // Input after the response is discarded until the connection ends.
  if (socket.writableEnded && !socket.destroyed) return;
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  if (isLate) milestones.refused.publish({ cause: 'request_too_slow' });
  const statusCode = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : isLate ? 408 : 400;
  const message = isLate ? 'The request arrived too slowly.' : 'This is not a valid HTTP request.';
  endWithAnswer(socket, { statusCode, message, name: 'validation_error' });
}
