export { type FetchFailed, type FetchLimits, type FetchRefused, type FetchResult, type Fetched } from './fetch-result.ts';
export { fetchWithRetries, type FetchRetries } from './fetch-with-retries.ts';
export { isPublicAddress } from './is-public-address.ts';
export { openFetcher, type Fetcher, type FetcherOptions } from './open-fetcher.ts';
export { type Answered, type Posted, type PostResult } from './post-to-server.ts';
export { checkUrl } from './check-url.ts';
