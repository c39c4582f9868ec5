/** Sends one GET request and interprets the response. */
import type { Dispatcher } from 'undici';
import { aborted } from './aborted.ts';
import { explainError, explainStatus, explainTimeout } from './explain-failure.ts';
import type { FetchLimits, FetchResult } from './fetch-result.ts';
import { endUnread, readBody } from './read-body.ts';

/** The result of one request; `location` is as the server sent it. */
export type Answer = FetchResult | { readonly kind: 'redirected'; readonly location: string };

/** Accept-Encoding is set because its absence would allow every coding (RFC 9110 section 12.5.3). */
const HEADERS = { 'user-agent': 'sendoff', 'accept-encoding': 'identity' };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Requests a URL with GET and reads the response. Follows no redirect.
 *
 * @param signal aborts the request; reported as a timeout of `limits.timeoutMs` unless `limits.signal` is aborted.
 */
export async function askServer(agent: Dispatcher, url: URL, limits: FetchLimits, signal: AbortSignal): Promise<Answer> {
  try {
    const path = `${url.pathname}${url.search}`;
    const asking = agent.request({ origin: url.origin, path, method: 'GET', headers: HEADERS, signal });
    return await read(url.host, await Promise.race([asking, aborted(signal)]), limits);
  } catch (error) {
    if (limits.signal?.aborted === true) return INTERRUPTED;
    return signal.aborted ? explainTimeout(url.host, limits.timeoutMs) : explainError(url.host, error);
  }
}

const INTERRUPTED: Answer = { kind: 'failed', reason: 'interrupted', message: 'The request was canceled.', temporary: false };
const NO_ROOM: Answer = {
  kind: 'failed',
  reason: 'no_room',
  message: 'There was not enough memory for the file.',
  temporary: false,
};

async function read(host: string, { statusCode, headers, body }: Dispatcher.ResponseData, limits: FetchLimits): Promise<Answer> {
  const { maxBytes, takeRoom } = limits;
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  if (statusCode < 200 || statusCode > 299) {
    endUnread(body);
    const location = header('location');
    return location !== undefined && REDIRECTS.has(statusCode)
      ? { kind: 'redirected', location }
      : explainStatus(host, statusCode);
  }
  const found = await readBody(
    body,
    { length: header('content-length'), coding: header('content-encoding') },
    maxBytes,
    takeRoom,
  );
  switch (found.kind) {
    case 'read':
      return { kind: 'ok', bytes: found.bytes, contentType: mediaType(header('content-type')) };
    case 'too_large':
      return { kind: 'refused', reason: 'too_large', message: `The file has more than ${String(maxBytes)} bytes.` };
    case 'no_room':
      return NO_ROOM;
    case 'unknown_coding':
      return {
        kind: 'failed',
        reason: 'network',
        message: `${host} sent the file in an unsupported content coding.`,
        temporary: false,
      };
  }
}

/** The media type; null if it is missing or malformed (RFC 9110 section 8.3.1). */
function mediaType(value = ''): string | null {
  const [essence = ''] = value.split(';');
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(essence.trim()) && /^[\x20-\x7e]{3,255}$/.test(value) ? value : null;
}
