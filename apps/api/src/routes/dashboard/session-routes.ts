/** Signing in to the dashboard and signing out. */
import { checkNetwork, type ApiKeyCache } from '@sendoff/intake';
import { readSignInToken } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';
import { beginSession, findFirstFullAccessKey, type ActiveApiKey, type Database } from '@sendoff/db';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import type { CountFailure } from '../../plugins/rate-limits.ts';
import { SESSION_MS, type Sessions } from '../../sessions/open-sessions.ts';

/** What signing in needs. */
export interface SignInParts {
  readonly database: Database;
  readonly keys: ApiKeyCache;
  readonly sessions: Sessions;
  readonly countWrongKey: CountFailure;
  readonly secretKey: string;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}

const Body = Type.Object(
  {
    key: Type.Optional(Type.String({ maxLength: 200, description: 'An API key with full access.' })),
    link: Type.Optional(Type.String({ maxLength: 200, description: 'The token of a sign-in link.' })),
  },
  { additionalProperties: false },
);

const Session = Type.Object({ signed_in: Type.Boolean({ description: 'Whether the client is signed in.' }) });

/** Serves `/dashboard/api/session`. */
export const sessionRoutes: FastifyPluginCallbackTypebox<SignInParts> = (app, parts, done) => {
  const { database, sessions, wallClock } = parts;
  const path = '/dashboard/api/session';
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    if (request.method !== 'GET') sessions.refuseForeign(request);
  });

  app.get(path, { schema: { response: { 200: Session } } }, async (request, reply) => ({
    signed_in: (await sessions.find(request, reply)) !== null,
  }));

  app.post(path, { schema: { body: Body, response: { 200: Session } }, bodyLimit: 4096 }, async (request, reply) => {
    const { apiKey, linkId } = await authenticate(parts, request.body, request, reply);
    const now = new Date(wallClock());
    const token = await beginSession(database, { apiKeyId: apiKey.id, linkId, now, lifetimeMs: SESSION_MS });
    if (token === null) throw new SendoffError('sign_in_link_used');
    void reply.header('set-cookie', await sessions.begin(request, token));
    return { signed_in: true };
  });

  app.delete(path, { schema: { response: { 200: Session } } }, async (request, reply) => {
    void reply.header('set-cookie', await sessions.end(request));
    return { signed_in: false };
  });
  done();
};

/** @throws {SendoffError} when the key or the link is not valid; each wrong one counts against the address of the client. */
async function authenticate(
  { database, keys, countWrongKey, secretKey, wallClock }: SignInParts,
  { key, link }: Static<typeof Body>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ readonly apiKey: Pick<ActiveApiKey, 'id'>; readonly linkId?: string }> {
  if (link !== undefined) {
    const read = readSignInToken(secretKey, link, wallClock());
    const apiKey = read.kind === 'valid' ? await findFirstFullAccessKey(database) : null;
    if (read.kind === 'valid' && apiKey !== null) return { apiKey, linkId: read.id };
    if (read.kind === 'forged') await countWrongKey(request, reply);
    throw new SendoffError('sign_in_link_used');
  }
  const apiKey = key === undefined ? null : await keys.find(key.trim());
  if (apiKey === null) {
    await countWrongKey(request, reply);
    throw new SendoffError('unknown_api_key');
  }
  checkNetwork(apiKey, request.ip);
  if (apiKey.permission !== 'full_access') throw new SendoffError('restricted_api_key');
  return { apiKey };
}
