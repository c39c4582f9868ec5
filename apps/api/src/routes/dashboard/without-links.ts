/**
 * Disables the `<link>` elements of HTML. No content security policy stops `preconnect` and `dns-prefetch`, which would tell the
 * sender that the email is being viewed.
 *
 * Each becomes a `<meta>`, which is allowed in the same places, has no end tag either, and ignores `href`. However broken the
 * HTML is, parsers start a `link` element only at these characters (HTML Living Standard, sections 13.2.5.6 and 13.2.5.8);
 * inside a text or a script only the text changes.
 */
export function withoutLinks(html: string): string {
  return html.replaceAll(/<link(?=[\t\n\f\r />])/gi, '<meta');
}
