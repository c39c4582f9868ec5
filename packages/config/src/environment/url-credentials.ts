/** User names and passwords in URLs (RFC 3986 section 3.2.1). */

/** What to do about them, as the end of a sentence that begins with the variable's name. Repeats nothing of the URL. */
export const UNENCODED_CREDENTIALS =
  'has a user name or password with a character that must be percent-encoded in a URL; ' +
  'write / as %2F, ? as %3F, # as %23, a comma as %2C, @ as %40 and % as %25';

/**
 * Whether a URL looks as if `/`, `?` or `#` stood unencoded in its user name or password, where host and port would be
 * read out of the middle of it, or a `%` that encodes nothing.
 *
 * A raw `@` is understood: for every parser the last one ends the password.
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

/** Paths have no `@` here, and neither has a query before its first `=`; the value of an option may. */
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
 * The URLs of a list, separated by commas. A comma that no scheme follows belongs to the URL before it, where it may
 * stand for a password that has one.
 */
export function splitUrls(text: string): string[] {
  return text
    .split(/,(?=\s*(?:$|[a-z][a-z\d+.-]{0,20}:\/\/))/i)
    .map((url) => url.trim())
    .filter((url) => url !== '');
}
