import type { FetchRefused } from './fetch-result.ts';

/**
 * Parses a URL and checks that it may be fetched: http or https, without credentials. Addresses are checked by the connector,
 * after name resolution.
 *
 * @param base the URL that redirected to a relative reference.
 */
export function checkUrl(text: string, base?: URL): URL | FetchRefused {
  const url = parse(text, base);
  if (url === null) return refused('The URL is not valid.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused('Only http and https URLs can be fetched.');
  if (url.username !== '' || url.password !== '') return refused('URLs with a user name or password are not allowed.');
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
