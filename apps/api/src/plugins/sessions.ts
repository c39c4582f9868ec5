/** The cookie of the dashboard: what it is, and whose it is. */
import { SendoffError } from '@sendoff/config';
import { findSession, type ActiveApiKey, type Database } from '@sendoff/db';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';
import { rememberApiKeys } from './remember-api-keys.ts';

/** Milliseconds for which somebody stays signed in. */
export const SESSION_MS = 7 * 86_400_000;

/** What sessions work with. */
export interface SessionParts {
  readonly database: Database;
  /** Where people reach the API. */
  readonly publicUrl: string;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}

/** Reads and writes the cookie. */
export interface Sessions {
  /**
   * The key that the session of a request acts for; null when it comes with none that is valid. One that
   * was ended, or whose key was revoked, is refused within 5 s by every process.
   *
   * @throws {SendoffError} when it is to change something and comes from another site.
   */
  find(request: FastifyRequest): Promise<ActiveApiKey | null>;
  /** What the cookie of a request holds. */
  tokenOf(request: FastifyRequest): string | undefined;
  /** The value of `Set-Cookie` that begins a session. */
  cookie(token: string): string;
  /** The value of `Set-Cookie` that ends one. */
  readonly noCookie: string;
  /** @throws {SendoffError} unless the request comes from a page of this server. */
  refuseForeign(request: FastifyRequest): void;
  /** Forgets what is remembered of a session that has ended. */
  forget(token: string): void;
}

/** Opens them. */
export function openSessions({ database, publicUrl, now, wallClock }: SessionParts): Sessions {
  const { protocol, port, origin } = new URL(publicUrl);
  const secure = protocol === 'https:';
  // Browsers send cookies to every port of a host, so several servers on one machine need different names.
  const name = secure ? '__Host-sendoff' : `sendoff_${port === '' ? '80' : port}`;
  const attributes = { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const;
  const remembered = rememberApiKeys((token) => findSession(database, token, new Date(wallClock())), now);

  const tokenOf = ({ headers: { cookie } }: FastifyRequest) => (cookie === undefined ? undefined : parseCookie(cookie)[name]);
  const refuseForeign = ({ headers, host }: FastifyRequest): void => {
    const from = headers.origin;
    // A page cannot choose either header. `Host` is enough where nobody has set PUBLIC_URL.
    if (from === undefined || (from !== origin && hostOf(from) !== host)) throw new SendoffError('foreign_origin');
  };
  return {
    find: async (request) => {
      const token = tokenOf(request);
      const found = token === undefined ? null : await remembered.find(token);
      if (found !== null && request.method !== 'GET' && request.method !== 'HEAD') refuseForeign(request);
      return found;
    },
    tokenOf,
    cookie: (token) => stringifySetCookie({ name, value: token, maxAge: SESSION_MS / 1000, ...attributes }),
    noCookie: stringifySetCookie({ name, value: '', maxAge: 0, ...attributes }),
    refuseForeign,
    forget: (token) => remembered.forget(token),
  };
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);
