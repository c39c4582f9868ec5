/** The built page of the dashboard. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The page. */
export interface DashboardPage {
  /** The directory of its files. */
  readonly directory: string;
  send(reply: FastifyReply): FastifyReply;
}

/** The URL path of the files of the page. */
export const ASSETS_PATH = '/dashboard/assets/';

/** Allows resources from this server only, scripts only from the asset path, and no framing. */
function contentSecurityPolicy(origins: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${origins.map((origin) => origin + ASSETS_PATH).join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  // The page names the asset files of its release, so it is revalidated each time; the assets are cached forever.
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * Reads the page in `directory`; null if it was not built. The API then serves no dashboard.
 *
 * @param publicUrl the URL under which people reach the API.
 */
export async function openDashboardPage(directory: string | undefined, publicUrl: string): Promise<DashboardPage | null> {
  if (directory === undefined) return null;
  const html = await readFile(join(directory, 'index.html'), 'utf8').catch(() => null);
  if (html === null) return null;
  const { origin } = new URL(publicUrl);
  return {
    directory,
    send: (reply) => {
      // 'self' cannot be limited to a path, so the policy names the origins: the public one and that of the request.
      const origins = new Set([origin, originOf(reply.request) ?? origin]);
      return reply
        .headers({ ...HEADERS, 'content-security-policy': contentSecurityPolicy([...origins]) })
        .serializer(String)
        .send(html);
    },
  };
}

/** Null for an invalid `Host`: the client chooses it, and it is written into a header. */
function originOf({ protocol, host }: FastifyRequest): string | null {
  const url = `${protocol}://${host}`;
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(url) ? new URL(url).origin : null;
}

/** Whether a request comes from a browser that navigates, and not from a program. */
export const wantsPage = ({ headers: { accept = '' } }: FastifyRequest): boolean => /\btext\/html\b/i.test(accept);
