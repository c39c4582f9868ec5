import { compile } from 'html-to-text';
import { boundedHtml } from './bounded-html.ts';
import { formatAnchorApart, formatApart } from './formats/format-apart.ts';
import { formatOrderedList } from './formats/format-ordered-list.ts';
import { formatTable, formatLooseRow } from './formats/format-table.ts';
import { HIDDEN_SELECTORS } from './formats/is-hidden.ts';
import { limitNesting } from './formats/limit-nesting.ts';

/** Characters of plain text that are returned. */
const MAX_TEXT = 1_000_000;
/** Characters of plain text for each of the html, beyond {@link SHORT_TEXT}: numbers, indents and columns add to what is written. */
const MAX_GROWTH = 2;
const SHORT_TEXT = 1000;
/** Elements inside one another whose text is read. The converter is recursive. */
const MAX_DEPTH = 300;

const HEADING = { uppercase: false };
const LINK = { hideLinkHrefIfSameAsText: true, noAnchorUrl: true };
/** Elements that begin and end a line, beside those that the library knows. */
const LINES = ['li', 'dt', 'dd', 'dl', 'caption', 'center', 'address', 'fieldset', 'figure', 'figcaption', 'legend'];
const LINE = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: MAX_DEPTH, ellipsis: '' },
  formatters: {
    tableAsText: formatTable,
    looseRow: formatLooseRow,
    apart: formatApart,
    link: limitNesting('anchor', 'links'),
    linkApart: limitNesting('anchor', 'links', formatAnchorApart),
    quotation: limitNesting('blockquote', 'indents'),
    bullets: limitNesting('unorderedList', 'indents'),
    numbers: limitNesting('orderedList', 'indents', formatOrderedList),
  },
  selectors: [
    { selector: 'a', format: 'link', options: LINK },
    { selector: 'a[style*="inline-block" i]', format: 'linkApart', options: { ...LINK, linkBrackets: ['[', ']'] } },
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

/**
 * The plain text of an html body: links kept as `text [address]`, images and what is hidden left out, lines not
 * wrapped, tables of short cells in columns. Html that is long, deep or full of elements is read up to a limit
 * (`boundedHtml`), and the text is cut where it has more than `maxBytes`, or twice as many characters as the html.
 *
 * Takes up to a second for html that was made to take long. Programs that serve others use `openTextMaker`.
 *
 * @param maxBytes of the text in UTF-8.
 */
export function textFromHtml(html: string, maxBytes = Infinity): string {
  const maxLength = Math.min(MAX_TEXT, Math.max(SHORT_TEXT, MAX_GROWTH * html.length));
  const text = tidy(convert(boundedHtml(html))).replaceAll(/\0|\p{Surrogate}/gu, '');
  return cut(text, maxLength, maxBytes);
}

/** The beginning of a text, without half a character at its end. */
function cut(text: string, maxLength: number, maxBytes: number): string {
  if (text.length <= maxLength && Buffer.byteLength(text) <= maxBytes) return text;
  const beginning = text.slice(0, maxLength);
  const { read } = new TextEncoder().encodeInto(beginning, new Uint8Array(Math.min(maxBytes, 3 * beginning.length)));
  return beginning.slice(0, read).replace(/\p{Surrogate}$/u, '');
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
