/** Sessions of the dashboard, kept in a cookie. */
import { checkNetwork, mayBeUsedFrom, openApiKeyCache } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import { endSession, findSessions, type ActiveApiKey, type Database } from '@sendoff/db';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CountFailure } from '../plugins/rate-limits.ts';

/** Milliseconds for which a session lasts. */
export const SESSION_MS = 7 * 86_400_000;

/** What sessions need. */
export interface SessionParts {
  readonly database: Database;
  /** The URL under which people reach the API. */
  readonly publicUrl: string;
  /** Counts invalid session cookies. */
  readonly countStranger: CountFailure;
  /** A monotonic clock in milliseconds. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}

/** Reads and writes the session cookie. */
export interface Sessions {
  /**
   * The API key of the session of a request; null without a valid session. Every process rejects a session within a second after
   * it ended or its key was revoked.
   *
   * @throws {SendoffError} when a request that changes something comes from another site, when its address has sent too many
   *   invalid cookies, and when the key cannot be used from its address.
   */
  find(request: FastifyRequest, reply: FastifyReply): Promise<ActiveApiKey | null>;
  /** Whether the session of an accepted request is still valid. Never counts and never throws. */
  goesOn(request: FastifyRequest): Promise<boolean>;
  /** The value of `Set-Cookie` that starts a session. */
  begin(request: FastifyRequest, token: string): Promise<string>;
  /** Ends the session of a request, if it has one. @returns the value of `Set-Cookie`. */
  end(request: FastifyRequest): Promise<string>;
  /** Call this after this process changed or revoked a key: its sessions are looked up again. */
  invalidateKey(apiKeyId: string): void;
  /** @throws {SendoffError} unless the request comes from a page of this server. */
  refuseForeign(request: FastifyRequest): void;
}

/** Opens them. */
export function openSessions({ database, publicUrl, countStranger, now, wallClock }: SessionParts): Sessions {
  const { protocol, port, origin } = new URL(publicUrl);
  const clock = () => new Date(wallClock());
  const cache = openApiKeyCache((tokens) => findSessions(database, tokens, clock()), now);

  // Also true without PUBLIC_URL, if a trusted proxy reports https.
  const isSecure = (request: FastifyRequest): boolean => protocol === 'https:' || request.protocol === 'https';
  // Browsers send cookies to every port of a host, so several servers on one machine need different names.
  const nameFor = (request: FastifyRequest): string =>
    isSecure(request) ? '__Host-sendoff' : `sendoff_${port === '' ? '80' : port}`;
  const setCookie = (request: FastifyRequest, value: string, maxAge: number): string =>
    stringifySetCookie({
      ...{ name: nameFor(request), value, maxAge, path: '/' },
      ...{ httpOnly: true, sameSite: 'strict', secure: isSecure(request) },
    });
  const tokenOf = (request: FastifyRequest): string | undefined =>
    request.headers.cookie === undefined ? undefined : parseCookie(request.headers.cookie)[nameFor(request)];

  const refuseForeign = ({ headers, host, protocol: scheme }: FastifyRequest): void => {
    const from = headers.origin;
    // A page cannot set either header. Without PUBLIC_URL, scheme and `Host` are sufficient.
    const own = originOf(`${scheme}://${host}`);
    if (from === undefined || (from !== origin && from !== own)) throw new SendoffError('foreign_origin');
  };
  return {
    find: async (request, reply) => {
      const token = tokenOf(request);
      if (token === undefined) return null;
      const found = await cache.find(token);
      if (found === null) {
        await countStranger(request, reply);
        return null;
      }
      checkNetwork(found, request.ip);
      if (request.method !== 'GET' && request.method !== 'HEAD') refuseForeign(request);
      return found;
    },
    goesOn: async (request) => {
      const token = tokenOf(request);
      const found = token === undefined ? null : await cache.find(token);
      return found !== null && mayBeUsedFrom(found, request.ip);
    },
    begin: async (request, token) => {
      // Caches the session, so that invalid cookies from the same address cannot block it.
      await cache.find(token);
      return setCookie(request, token, SESSION_MS / 1000);
    },
    end: async (request) => {
      const token = tokenOf(request);
      if (token !== undefined) {
        await endSession(database, token, clock());
        cache.invalidate(token);
      }
      return setCookie(request, '', 0);
    },
    invalidateKey: cache.invalidateKey,
    refuseForeign,
  };
}

/** The origin as browsers send it: without the default port of the scheme. */
const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);
