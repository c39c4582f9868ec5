export { type FetchFailed, type FetchLimits, type FetchRefused, type FetchResult, type Fetched } from './fetch-result.ts';
export { fetchWithRetries, type FetchRetries } from './fetch-with-retries.ts';
export { guardedConnector, PrivateAddressError, type GuardOptions } from './guarded-connector.ts';
export { isPublicAddress } from './is-public-address.ts';
export { openFetcher, type Fetcher, type FetcherOptions } from './open-fetcher.ts';
