import type { FetchRefused } from './fetch-result.ts';

/**
 * Reads a URL and says whether it is one to fetch: http or https, and no credentials in it.
 * Addresses are not looked at here; the connector does that when it knows them.
 *
 * @param base what a relative reference is relative to: the URL that redirected to it.
 */
export function checkUrl(text: string, base?: URL): URL | FetchRefused {
  const url = parse(text, base);
  if (url === null) return refused('The URL is not valid.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused('Only http and https URLs can be fetched.');
  if (url.username !== '' || url.password !== '') return refused('A URL with a user name or a password is not fetched.');
  return url;
}

const refused = (message: string): FetchRefused => ({ kind: 'refused', reason: 'unsupported_url', message });

function parse(text: string, base: URL | undefined): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
