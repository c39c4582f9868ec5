/** Sends a POST request and reads the response. */
import type { Dispatcher } from 'undici';
import { aborted } from './aborted.ts';
import { explainError, explainTimeout } from './explain-failure.ts';
import type { FetchLimits, FetchFailed, FetchRefused } from './fetch-result.ts';
import { readBeginning } from './read-body.ts';

/** The request: header names in lower case, and the unchanged body. */
export interface Posted {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The server answered with any status, including redirects. */
export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  /** The value of the `Retry-After` header. */
  readonly retryAfter: string | null;
  /** The beginning of the body as text, as far as it arrived; empty if it has a content coding. */
  readonly beginning: string;
}

/** The result of a POST request. */
export type PostResult = Answered | FetchRefused | FetchFailed;

/**
 * Posts once. Follows no redirect, and reads at most `limits.maxBytes` of the response. The status is the result, even if the
 * body is incomplete or late.
 *
 * @param signal aborts the request; reported as a timeout of `limits.timeoutMs`.
 */
export async function postToServer(
  agent: Dispatcher,
  url: URL,
  { headers, body }: Posted,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<PostResult> {
  try {
    const asking = agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      headers: { 'user-agent': 'sendoff', 'accept-encoding': 'identity', ...headers },
      body,
      signal,
    });
    const answer = await Promise.race([asking, aborted(signal)]);
    const retryAfter = answer.headers['retry-after'];
    const coding = answer.headers['content-encoding'] ?? 'identity';
    const beginning = await readBeginning(answer.body, limits.maxBytes);
    return {
      kind: 'answered',
      status: answer.statusCode,
      retryAfter: (Array.isArray(retryAfter) ? retryAfter[0] : retryAfter) ?? null,
      beginning: coding === 'identity' ? asText(beginning) : '',
    };
  } catch (error) {
    return signal.aborted ? explainTimeout(url.host, limits.timeoutMs) : explainError(url.host, error);
  }
}

/** Text that PostgreSQL accepts: without NUL, and without a partial character at the end. */
const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes, { stream: true }).replaceAll('\0', '');
