/** The one place where errors become responses: `{statusCode, message, name}`, whatever went wrong. */
import type { Socket } from 'node:net';
import { milestones } from '@sendoff/runtime';
import { ERRORS, SendoffError, type ErrorCode } from '@sendoff/core';
import { isDatabaseAway } from '@sendoff/db';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { endWithAnswer } from './end-connections.ts';

/** Errors that Fastify itself raises about a request, and what the table calls them. */
const FRAMEWORK_ERRORS: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_BAD_URL: 'route_not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'route_not_found',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_body',
};

/** Refusals that are counted: those of a client that brings, or asks for, too much or too slowly. */
const COUNTED: ReadonlySet<ErrorCode> = new Set(['body_too_large', 'body_too_slow', 'overloaded', 'rate_limited']);

/** Makes every error of `app`, and every path that it does not serve, answer in the one shape. */
export function registerErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
  // Thrown before the body is read: nobody can make the server hold a large one by asking for nothing.
  app.addHook('onRequest', (request, _reply, done) => done(request.is404 ? new SendoffError('route_not_found') : undefined));
  // For the files of the documentation, which are looked up by name only once their route is known.
  app.setNotFoundHandler((request, reply) => answerError(new SendoffError('route_not_found'), request, reply));
}

/** Answers with `error`. Nothing of an unexpected one is shown; it is logged with the request's id. */
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
  // Fastify wants to close the connection with the rest of the body unread. The reset that follows can
  // overtake the answer; Node.js discards the rest as it comes, and `endHangingConnections` gives it some seconds.
  if (known.code === 'body_too_large') void reply.removeHeader('connection');
  void reply.header('x-request-id', request.id).code(status).send({ statusCode: status, message: known.message, name });
}

function toSendoffError(error: unknown): SendoffError {
  if (error instanceof SendoffError) return error;
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown };
  const framework = typeof code === 'string' ? FRAMEWORK_ERRORS[code] : undefined;
  if (framework !== undefined) return new SendoffError(framework);
  // A body that broke off, a charset that does not exist: whatever else Fastify blames on the client.
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return new SendoffError('malformed_body');
  return new SendoffError(isDatabaseAway(error) ? 'unavailable' : 'internal');
}

/** Answers what is not even HTTP, before there is a request. */
export function answerBrokenHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  // What comes after the answer is discarded until the connection ends.
  if (socket.writableEnded && !socket.destroyed) return;
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  if (isLate) milestones.refused.publish({ cause: 'request_too_slow' });
  const statusCode = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : isLate ? 408 : 400;
  const message = isLate ? 'The request came too slowly.' : 'This is not a valid HTTP request.';
  endWithAnswer(socket, { statusCode, message, name: 'validation_error' });
}
