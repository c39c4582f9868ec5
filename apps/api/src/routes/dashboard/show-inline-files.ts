/**
 * Html in which `cid:` (RFC 2392) leads to the files of the email.
 *
 * @param links where the files are, by their content id. Only path and query are used: the page is on
 *   the same server, under whatever name.
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
