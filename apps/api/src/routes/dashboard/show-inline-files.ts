/**
 * Replaces `cid:` URLs (RFC 2392) in HTML with links to the files of the email.
 *
 * @param links the URLs of the files by content id. Only path and query are used, since the page is on the same server, possibly
 *   under another host name.
 */
export function showInlineFiles(html: string, links: ReadonlyMap<string, URL>): string {
  return html.replaceAll(/\bcid:([^"'\s)>]+)/gi, (whole, id: string) => {
    const link = links.get(id) ?? links.get(decoded(id));
    return link === undefined ? whole : `${link.pathname}${link.search}`.replaceAll('&', '&amp;');
  });
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
