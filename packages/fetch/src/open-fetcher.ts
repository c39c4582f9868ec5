/** Fetches what users point to, without lending them the place that this machine has in its network. */
import type { Logger } from '@sendoff/config';
import { Agent, type Dispatcher } from 'undici';
import { askServer } from './ask-server.ts';
import { checkUrl } from './check-url.ts';
import { type FetchLimits, type FetchResult } from './fetch-result.ts';
import { guardedConnector, type GuardOptions } from './guarded-connector.ts';

/** What {@link openFetcher} needs. */
export interface FetcherOptions extends GuardOptions {
  readonly logger: Logger;
}

/** Fetches URLs that users gave. */
export interface Fetcher {
  /**
   * Fetches a URL, once. Every failure comes back as a result; it rejects only on surprise, such as
   * a fetcher that is closed.
   */
  readonly get: (url: string, limits: FetchLimits) => Promise<FetchResult>;
  /** Waits for what is under way, which its limits end, then closes every connection. Nothing can be fetched afterwards. */
  readonly close: () => Promise<void>;
}

const MAX_REDIRECTS = 5;

/** The longest an idle connection is kept, whatever the server suggests. */
const KEEP_ALIVE_MS = 4000;

/** Opens a fetcher. It asks no proxy, whatever the environment says. */
export function openFetcher(options: FetcherOptions): Fetcher {
  const agent = new Agent({
    connect: guardedConnector(options),
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    // The limit for the whole covers its parts.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const underWay = new Set<Promise<FetchResult>>();
  let closed = false;

  return {
    get: (url, limits) => {
      if (closed) return Promise.reject(new Error('The fetcher is closed'));
      const fetching = followRedirects(agent, url, limits).finally(() => underWay.delete(fetching));
      underWay.add(fetching);
      return fetching.then((result) => noted(options.logger, result));
    },
    close: async () => {
      closed = true;
      await Promise.allSettled(underWay);
      // Nobody waits for what is left: idle connections, and attempts to connect that were given up.
      await agent.destroy();
    },
  };
}

/** Each hop is checked as if it were the first. */
async function followRedirects(agent: Dispatcher, text: string, limits: FetchLimits): Promise<FetchResult> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let url = checkUrl(text);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    if (!(url instanceof URL)) return url;
    const answer = await askServer(agent, url, limits, signal);
    if (answer.kind !== 'redirected') return answer;
    url = checkUrl(answer.location, url);
  }
  return { kind: 'refused', reason: 'too_many_redirects', message: `There are more than ${String(MAX_REDIRECTS)} redirects.` };
}

function noted(logger: Logger, result: FetchResult): FetchResult {
  if (result.kind !== 'ok') logger.warn({ reason: result.reason, detail: result.message }, 'a URL of a user was not fetched');
  return result;
}
