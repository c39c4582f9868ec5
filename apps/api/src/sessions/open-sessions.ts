/** The cookie of the dashboard: what it is, and whose it is. */
import { checkNetwork, mayBeUsedFrom, openApiKeyCache } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import { endSession, findSessions, type ActiveApiKey, type Database } from '@sendoff/db';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CountFailure } from '../plugins/rate-limits.ts';

/** Milliseconds for which somebody stays signed in. */
export const SESSION_MS = 7 * 86_400_000;

/** What sessions work with. */
export interface SessionParts {
  readonly database: Database;
  /** Where people reach the API. */
  readonly publicUrl: string;
  /** Counts cookies that are no session. */
  readonly countStranger: CountFailure;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}

/** Reads and writes the cookie. */
export interface Sessions {
  /**
   * The key that the session of a request acts for; null when it comes with none that is valid. One that
   * was ended, or whose key was revoked, is refused within a second by every process.
   *
   * @throws {SendoffError} when it is to change something and comes from another site, when its address has
   *   come with too many cookies that were none of ours, and when the key may not be used from there.
   */
  find(request: FastifyRequest, reply: FastifyReply): Promise<ActiveApiKey | null>;
  /** Whether the session that a request was let in with goes on; never counts, and never refuses. */
  goesOn(request: FastifyRequest): Promise<boolean>;
  /** The value of `Set-Cookie` that begins a session. */
  begin(request: FastifyRequest, token: string): Promise<string>;
  /** Ends the session that a request comes with, if it does. @returns the value of `Set-Cookie`. */
  end(request: FastifyRequest): Promise<string>;
  /** To be called once this process has changed or revoked a key: its sessions are looked up again. */
  invalidateKey(apiKeyId: string): void;
  /** @throws {SendoffError} unless the request comes from a page of this server. */
  refuseForeign(request: FastifyRequest): void;
}

/** Opens them. */
export function openSessions({ database, publicUrl, countStranger, now, wallClock }: SessionParts): Sessions {
  const { protocol, port, origin } = new URL(publicUrl);
  const clock = () => new Date(wallClock());
  const cache = openApiKeyCache((tokens) => findSessions(database, tokens, clock()), now);

  // Also where nobody has set PUBLIC_URL and a proxy that is trusted says that it was asked by https.
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
    // A page cannot choose either header. Scheme and `Host` are enough where nobody has set PUBLIC_URL.
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
      // From here on it is known: countStranger at the same address cannot shut it out.
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

/** As browsers write it in `Origin`: without the port that the scheme has anyway. */
const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);
