/** The page of the dashboard, as it was built. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The page. */
export interface DashboardPage {
  /** Where its files are. */
  readonly directory: string;
  send(reply: FastifyReply): FastifyReply;
}

/** Where the files of the page are. */
export const ASSETS_PATH = '/dashboard/assets/';

/** Everything comes from this server, scripts only from the folder of the page, and nobody may frame it. */
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
  // Names the files of its release, so it is asked for anew each time; they are kept for ever.
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * Reads the page in `directory`; null when it was not built, and the API is to do without.
 *
 * @param publicUrl where people reach the API.
 */
export async function openDashboardPage(directory: string | undefined, publicUrl: string): Promise<DashboardPage | null> {
  if (directory === undefined) return null;
  const html = await readFile(join(directory, 'index.html'), 'utf8').catch(() => null);
  if (html === null) return null;
  const { origin } = new URL(publicUrl);
  return {
    directory,
    send: (reply) => {
      // A policy cannot say 'self' of a folder alone, so it names the origin: the public one, and the one that was asked.
      const origins = new Set([origin, originOf(reply.request) ?? origin]);
      return reply
        .headers({ ...HEADERS, 'content-security-policy': contentSecurityPolicy([...origins]) })
        .serializer(String)
        .send(html);
    },
  };
}

/** Null for a `Host` that is none: it is written into a header, and is the client's to choose. */
function originOf({ protocol, host }: FastifyRequest): string | null {
  const url = `${protocol}://${host}`;
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(url) ? new URL(url).origin : null;
}

/** Whether a request comes from somebody who wants to look, and not from a program. */
export const wantsPage = ({ headers: { accept = '' } }: FastifyRequest): boolean => /\btext\/html\b/i.test(accept);
