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

/** Everything comes from this server, no script or style stands in the page, and nobody may frame it. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  // Names the files of its release, so it is asked for anew each time; they are kept for ever.
  'cache-control': 'no-cache',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Reads the page in `directory`; null when it was not built, and the API is to do without. */
export async function openDashboardPage(directory: string | undefined): Promise<DashboardPage | null> {
  if (directory === undefined) return null;
  const html = await readFile(join(directory, 'index.html'), 'utf8').catch(() => null);
  return html === null ? null : { directory, send: (reply) => reply.headers(HEADERS).serializer(String).send(html) };
}

/** Whether a request comes from somebody who wants to look, and not from a program. */
export const wantsPage = ({ headers: { accept = '' } }: FastifyRequest): boolean => /\btext\/html\b/i.test(accept);
