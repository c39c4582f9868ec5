/** Tables, which hold data or the layout of a mail, and seldom say which. */
import type { DomNode, FormatCallback, RecursiveCallback } from 'html-to-text';
import type { TextBuilder } from './built-in.ts';
import { isHidden } from './is-hidden.ts';
import { printGrid } from './print-grid.ts';

const CELLS = new Set(['td', 'th']);
const SECTIONS = new Set(['thead', 'tbody', 'tfoot']);
/** Cells that hold these are parts of a layout. */
const OF_LAYOUTS = new Set(['table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'blockquote', 'pre', 'hr']);

/** Rows of short cells become lines; a cell with a structure of its own becomes a paragraph. */
export const formatTable: FormatCallback = (elem, walk, builder, { leadingLineBreaks = 2, trailingLineBreaks = 2 }) => {
  builder.openBlock({ leadingLineBreaks });
  let grid: DomNode[][] = [];
  const flush = (): void => {
    if (grid.length > 0) formatGrid(grid, walk, builder);
    grid = [];
  };
  for (const cells of rowsOf(elem)) {
    if (cells.every(isPlain)) grid.push(cells);
    else {
      flush();
      for (const cell of cells) formatBlock(cell, walk, builder);
    }
  }
  flush();
  builder.closeBlock({ trailingLineBreaks });
};

/** A row outside a table, as fragments of html have them. */
export const formatLooseRow: FormatCallback = (elem, walk, builder) =>
  formatTable({ type: 'tag', name: 'table', children: [elem] }, walk, builder, { leadingLineBreaks: 1, trailingLineBreaks: 1 });

/** The cells of each row. What else is in a table (a caption, or what should not be there) is a row of one. */
function rowsOf(table: DomNode): DomNode[][] {
  const rows: DomNode[][] = [];
  let loose: DomNode[] | undefined;
  for (const node of table.children.flatMap((child) => (SECTIONS.has(child.name ?? '') ? child.children : [child]))) {
    if (isEmpty(node)) continue;
    const isCell = CELLS.has(node.name ?? '');
    if (isCell && loose !== undefined) loose.push(node);
    else if (node.name === 'tr') rows.push(node.children.filter((child) => !isEmpty(child)));
    else rows.push([node]);
    loose = isCell ? (loose ?? rows.at(-1)) : undefined;
  }
  return rows;
}

const isEmpty = (node: DomNode): boolean =>
  node.type === 'text' ? (node.data ?? '').trim() === '' : node.type !== 'tag' || node.name === 'colgroup' || isHidden(node);

/** Whether a cell holds no more than lines. Looks no further than the first thing that is more, so no node is looked at often. */
function isPlain(cell: DomNode): boolean {
  const open = [cell];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (OF_LAYOUTS.has(node.name ?? '')) return false;
    for (const child of node.type === 'tag' ? node.children : []) open.push(child);
  }
  return true;
}

function formatGrid(rows: readonly (readonly DomNode[])[], walk: RecursiveCallback, builder: TextBuilder): void {
  builder.openTable();
  for (const cells of rows) {
    builder.openTableRow();
    for (const cell of cells) {
      builder.openTableCell();
      walk(contentOf(cell), builder);
      const { colspan, rowspan } = (cell.attribs ?? {}) as Record<string, string | undefined>;
      builder.closeTableCell({ colspan: Number(colspan ?? 1), rowspan: Number(rowspan ?? 1) });
    }
    builder.closeTableRow();
  }
  const hasHeader = rows.some((cells) => cells.length > 1 && cells.some(({ name }) => name === 'th'));
  builder.closeTable({ tableToString: (cells) => printGrid(cells, hasHeader), leadingLineBreaks: 1, trailingLineBreaks: 1 });
}

function formatBlock(cell: DomNode, walk: RecursiveCallback, builder: TextBuilder): void {
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(contentOf(cell), builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
}

const contentOf = (node: DomNode): DomNode[] => (CELLS.has(node.name ?? '') ? node.children : [node]);
