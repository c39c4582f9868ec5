import { compile } from 'html-to-text';

/** Characters of html that are read; the plain text of what follows is left out. */
const LONGEST_HTML = 1_000_000;
/** Elements inside one another. The converter is recursive, and html from outside can be nested without end. */
const DEEPEST_NESTING = 300;

const HEADING = { uppercase: false };

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: DEEPEST_NESTING, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: HEADING })),
  ],
});

/** Elements open at once; the parser's time grows with the square of their number, so html is cut where it has more. */
const MOST_OPEN = 2000;

/** Elements without an end tag, or that the next one of their kind ends: they do not pile up. */
const NEVER_PILE_UP = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd td th tr thead tbody tfoot option optgroup'.split(
    ' ',
  ),
);

/**
 * The plain text of an html body: links kept as `text [address]`, images left out, lines not
 * wrapped. Reads at most a million characters, and what is nested deeper than 300 elements is
 * passed over, so that the time it takes is bounded.
 */
export function textFromHtml(html: string): string {
  const bounded = upToNesting(html.slice(0, LONGEST_HTML));
  return convert(bounded).replaceAll(/\0|\p{Surrogate}/gu, '');
}

/** The html up to where more than {@link MOST_OPEN} elements are open. An end tag counts only when its element is open. */
function upToNesting(html: string): string {
  const openByName = new Map<string, number>();
  let open = 0;
  for (const { index, 1: slash, 2: tag = '' } of html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    const name = tag.toLowerCase();
    if (NEVER_PILE_UP.has(name)) continue;
    const sameOpen = openByName.get(name) ?? 0;
    const change = slash === '' ? 1 : -Math.min(sameOpen, 1);
    openByName.set(name, sameOpen + change);
    open += change;
    if (open > MOST_OPEN) return html.slice(0, index);
  }
  return html;
}
