/** Fetches URLs of users without giving them access to the private network of this machine (SSRF). */
import type { Logger } from '@sendoff/runtime';
import type { Dispatcher } from 'undici';
import { askServer } from './ask-server.ts';
import { checkUrl } from './check-url.ts';
import type { FetchLimits, FetchResult } from './fetch-result.ts';
import { postToServer, type Posted, type PostResult } from './post-to-server.ts';
import type { GuardOptions } from './guarded-connector.ts';

/** What {@link openFetcher} needs. */
export interface FetcherOptions extends GuardOptions {
  readonly logger: Logger;
}

/** Sends requests to URLs of users. */
export interface Fetcher {
  /** Fetches a URL once. Every failure is a result; the promise rejects only for unexpected errors, such as a closed fetcher. */
  readonly get: (url: string, limits: FetchLimits) => Promise<FetchResult>;
  /**
   * Posts to a URL once, without following redirects. Failures are results as in `get`; `maxBytes` limits how much of the
   * response body is kept.
   */
  readonly post: (url: string, posted: Posted, limits: FetchLimits) => Promise<PostResult>;
  /** Waits for running requests, which their limits end, then closes all connections. Later requests are rejected. */
  readonly close: () => Promise<void>;
}

const MAX_REDIRECTS = 5;

/** Opens a fetcher. It ignores proxy variables of the environment. */
export function openFetcher(options: FetcherOptions): Fetcher {
  let opened: Promise<Dispatcher> | undefined;
  const agent = () => (opened ??= import('./open-agent.ts').then(({ openAgent }) => openAgent(options)));
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  const track = <Result>(run: () => Promise<Result>): Promise<Result> => {
    if (closed) return Promise.reject(new Error('The fetcher is closed'));
    const running = run().finally(() => underWay.delete(running));
    underWay.add(running);
    return running;
  };
  return {
    get: async (url, limits) => noted(options.logger, await track(async () => followRedirects(await agent(), url, limits))),
    post: (url, posted, limits) => track(async () => post(await agent(), url, posted, limits)),
    close: async () => {
      closed = true;
      await Promise.allSettled(underWay);
      // Closes idle connections and abandoned connection attempts.
      await (await opened)?.destroy();
    },
  };
}

/** Each redirect is checked like the first URL. */
async function followRedirects(agent: Dispatcher, text: string, limits: FetchLimits): Promise<FetchResult> {
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const signal = limits.signal === undefined ? timeout : AbortSignal.any([timeout, limits.signal]);
  let url = checkUrl(text);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    if (!(url instanceof URL)) return url;
    const answer = await askServer(agent, url, limits, signal);
    if (answer.kind !== 'redirected') return answer;
    url = checkUrl(answer.location, url);
  }
  return { kind: 'refused', reason: 'too_many_redirects', message: `There are more than ${String(MAX_REDIRECTS)} redirects.` };
}

async function post(agent: Dispatcher, text: string, posted: Posted, limits: FetchLimits): Promise<PostResult> {
  const url = checkUrl(text);
  return url instanceof URL ? postToServer(agent, url, posted, limits, AbortSignal.timeout(limits.timeoutMs)) : url;
}

function noted(logger: Logger, result: FetchResult): FetchResult {
  if (result.kind !== 'ok') logger.warn({ reason: result.reason, detail: result.message }, 'fetching URL failed');
  return result;
}
