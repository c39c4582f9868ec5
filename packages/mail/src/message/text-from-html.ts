import { compile } from 'html-to-text';
import { formatAnchorApart, formatApart } from './html/format-apart.ts';
import { formatLooseRow, formatTable } from './html/format-table.ts';
import { HIDDEN_SELECTORS } from './html/is-hidden.ts';
import { limitNesting } from './html/limit-nesting.ts';

/** Characters of html that are read; the plain text of what follows is left out. */
const LONGEST_HTML = 1_000_000;
/** Characters of plain text that are returned. */
const LONGEST_TEXT = 1_000_000;
/** Elements inside one another. The converter is recursive, and html from outside can be nested without end. */
const DEEPEST_NESTING = 300;

const HEADING = { uppercase: false };
const LINK = { hideLinkHrefIfSameAsText: true, noAnchorUrl: true };
/** Elements that begin and end a line, beside those that the library knows. */
const LINES = ['li', 'dt', 'dd', 'dl', 'caption', 'center', 'address', 'fieldset', 'figure', 'figcaption', 'legend'];
const LINE = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: DEEPEST_NESTING, ellipsis: '' },
  formatters: {
    tableAsText: formatTable,
    looseRow: formatLooseRow,
    apart: formatApart,
    anchorApart: formatAnchorApart,
    quotation: limitNesting('blockquote'),
    bullets: limitNesting('unorderedList'),
    numbers: limitNesting('orderedList'),
  },
  selectors: [
    { selector: 'a', options: LINK },
    { selector: 'a[style*="inline-block" i]', format: 'anchorApart', options: { ...LINK, linkBrackets: ['[', ']'] } },
    { selector: 'span[style*="inline-block" i]', format: 'apart' },
    { selector: 'button', format: 'apart' },
    { selector: 'img', format: 'skip' },
    { selector: 'title', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: HEADING })),
    ...LINES.map((selector) => ({ selector, format: 'block', options: LINE })),
    { selector: 'table', format: 'tableAsText' },
    { selector: 'tr', format: 'looseRow' },
    { selector: 'td', format: 'apart' },
    { selector: 'th', format: 'apart' },
    { selector: 'blockquote', format: 'quotation' },
    { selector: 'ul', format: 'bullets' },
    { selector: 'ol', format: 'numbers' },
    ...HIDDEN_SELECTORS.map((selector) => ({ selector, format: 'skip' })),
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
 * The plain text of an html body: links kept as `text [address]`, images and what is hidden left out, lines not
 * wrapped, tables of short cells in columns. Reads at most a million characters and returns at most as many, and what is
 * nested deeper than 300 elements is passed over, so that the time it takes is bounded.
 */
export function textFromHtml(html: string): string {
  const bounded = upToNesting(html.slice(0, LONGEST_HTML));
  return tidy(convert(bounded))
    .slice(0, LONGEST_TEXT)
    .replaceAll(/\0|\p{Surrogate}/gu, '');
}

/** No spaces at the end of a line, nor lines of spaces that fill a layout, nor more than two empty lines together. */
function tidy(text: string): string {
  const lines: string[] = [];
  let empty = 0;
  for (const line of text.split('\n')) {
    const shown = INVISIBLE.test(line) ? '' : line.trimEnd();
    empty = shown === '' ? empty + 1 : 0;
    if (empty <= (lines.length === 0 ? 0 : 2)) lines.push(shown);
  }
  return lines.join('\n').trimEnd();
}

/** White space and characters without width, by which newsletters fill up their preview text. */
const INVISIBLE = /^(?:\s|\u00AD|\u034F|[\u200B-\u200F]|\u2060)*$/;

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
