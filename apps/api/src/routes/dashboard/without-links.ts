/**
 * Html whose `<link>` elements ask for nothing. No policy keeps a browser from `preconnect` and `dns-prefetch`, which tell
 * a sender that somebody looks.
 *
 * Each becomes a `<meta>`, which may stand in the same places, has no end tag either, and does nothing with `href`. In
 * whatever way html is broken, no parser begins a `link` element but at these characters (HTML Living Standard,
 * sections 13.2.5.6 and 13.2.5.8); where they are part of a text or a script, it is only the text that changes.
 */
export function withoutLinks(html: string): string {
  return html.replaceAll(/<link(?=[\t\n\f\r />])/gi, '<meta');
}
