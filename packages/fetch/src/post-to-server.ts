/** Hands something to a server, and hears what it says to it. */
import type { Dispatcher } from 'undici';
import { aborted } from './aborted.ts';
import { explainError, explainTimeout } from './explain-failure.ts';
import type { FetchLimits, FetchFailed, FetchRefused } from './fetch-result.ts';
import { readBeginning } from './read-body.ts';

/** What is sent: header names in lower case, and the body as it is. */
export interface Posted {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The server has answered, whatever it said: a redirect is an answer, too. */
export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  /** The header `Retry-After`, as it came. */
  readonly retryAfter: string | null;
  /** The beginning of the body as text, as far as it came; empty where it is in a coding that was not asked for. */
  readonly beginning: string;
}

/** What can come of it. */
export type PostResult = Answered | FetchRefused | FetchFailed;

/**
 * Posts once. Follows no redirect, and reads no more of the answer than `limits.maxBytes`. The status is the answer: a
 * body that breaks off, or is not whole in time, takes nothing from it.
 *
 * @param signal ends it; taken for the end of `limits.timeoutMs`.
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

/** What PostgreSQL can keep: no NUL, and no character cut in half at the end. */
const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes, { stream: true }).replaceAll('\0', '');
