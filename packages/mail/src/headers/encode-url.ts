import { domainToASCII } from 'node:url';

/**
 * A URL in ASCII (RFC 3986, RFC 6068): its host as an A-label, everything else percent-encoded UTF-8; undefined when its
 * host is none. What is ASCII stays as it is.
 */
export function encodeUrl(url: string): string | undefined {
  const [, scheme = '', authority = '', rest = url] = /^([a-z][a-z\d+.-]*:\/\/)([^/?#]*)(.*)$/is.exec(url) ?? [];
  if (scheme !== '') {
    const host = authority.lastIndexOf('@') + 1;
    const port = authority.slice(host).search(/:\d*$/);
    const end = port === -1 ? authority.length : host + port;
    const ascii = asciiHost(authority.slice(host, end));
    if (ascii === undefined) return undefined;
    return scheme + percentEncode(authority.slice(0, host)) + ascii + authority.slice(end) + percentEncode(rest);
  }
  const [, mailto, addresses = '', fields = ''] = /^(mailto:)([^?]*)(.*)$/is.exec(url) ?? [];
  return mailto === undefined ? percentEncode(url) : encodeMailto(mailto, addresses, fields);
}

function encodeMailto(mailto: string, addresses: string, fields: string): string | undefined {
  const encoded = addresses.split(',').map((address) => {
    const at = address.lastIndexOf('@') + 1;
    const host = asciiHost(address.slice(at));
    return host === undefined ? undefined : percentEncode(address.slice(0, at)) + host;
  });
  return encoded.includes(undefined) ? undefined : mailto + encoded.join(',') + percentEncode(fields);
}

/** Undefined for what is no host. */
function asciiHost(host: string): string | undefined {
  if (!/[^\p{ASCII}]/u.test(host)) return host;
  const ascii = domainToASCII(host);
  return ascii === '' ? undefined : ascii;
}

/** Half of a surrogate pair has no UTF-8 form, and becomes U+FFFD. */
const percentEncode = (text: string): string =>
  text.replaceAll(/\p{Surrogate}/gu, '\uFFFD').replaceAll(/[^\p{ASCII}]+/gu, (run) => encodeURIComponent(run));
