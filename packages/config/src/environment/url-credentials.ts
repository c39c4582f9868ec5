/** Checks the user names and passwords of URLs (RFC 3986 section 3.2.1). */

/** How to fix them, as the end of a sentence that begins with the name of the variable. Contains nothing of the URL. */
export const UNENCODED_CREDENTIALS =
  'has a user name or password with a character that must be percent-encoded in a URL; ' +
  'write / as %2F, ? as %3F, # as %23, a comma as %2C, @ as %40 and % as %25';

/**
 * Whether a URL seems to have an unencoded `/`, `?` or `#` in its user name or password, so that host and port would be parsed
 * from the middle of it, or a `%` that encodes nothing.
 *
 * An unencoded `@` is allowed: every parser takes the last one as the end of the password.
 */
export function hasUnencodedCredentials(url: string): boolean {
  const scheme = url.indexOf('://');
  if (scheme === -1) return false;
  const afterScheme = url.slice(scheme + 3);
  const authorityLength = afterScheme.search(/[/?#]/);
  const authority = authorityLength === -1 ? afterScheme : afterScheme.slice(0, authorityLength);
  const rest = afterScheme.slice(authority.length);
  return isMalformed(authority.slice(0, Math.max(0, authority.lastIndexOf('@')))) || holdsCredentials(authority, rest);
}

/** Paths contain no `@` here, nor do queries before their first `=`; the value of an option may. */
function holdsCredentials(authority: string, rest: string): boolean {
  const at = rest.indexOf('@');
  if (at === -1) return false;
  if (!authority.includes('@') && !isHostAndPort(authority)) return true;
  const before = rest.slice(0, at);
  const query = before.indexOf('?');
  return query === -1 || before.includes('#') || !before.slice(query).includes('=');
}

function isHostAndPort(authority: string): boolean {
  const [, port = '', ...others] = authority.replace(/^\[[^\]]*\]/, '').split(':');
  return others.length === 0 && /^\d{0,5}$/.test(port);
}

function isMalformed(text: string): boolean {
  try {
    decodeURIComponent(text);
    return false;
  } catch {
    return true;
  }
}

/**
 * Splits a comma-separated list of URLs. A comma without a scheme after it belongs to the URL before it, possibly to its
 * password.
 */
export function splitUrls(text: string): string[] {
  return text
    .split(/,(?=\s*(?:$|[a-z][a-z\d+.-]{0,20}:\/\/))/i)
    .map((url) => url.trim())
    .filter((url) => url !== '');
}
