/** Rows of cells as lines of text. */

/** Between two cells of a line. */
const GAP = '   ';
/** Characters of a cell that still goes beside others, and of a line of them. */
const WIDEST_CELL = 60;
const WIDEST_LINE = 120;
/** Columns that are lined up; more are none that a reader could follow. */
const MAX_COLUMNS = 12;

/** A cell as the library hands it over. */
export interface GridCell {
  readonly colspan: number;
  readonly rowspan: number;
  readonly text: string;
}

interface Cell {
  readonly column: number;
  readonly colspan: number;
  readonly lines: readonly string[];
}

/**
 * What a reader would make of a grid: columns where its cells are short, or else one cell below the other. Cells without
 * text take no room, since layouts are full of them.
 *
 * @param hasHeader whether it says of itself that it holds data.
 */
export function printGrid(rows: readonly (readonly GridCell[])[], hasHeader: boolean): string {
  const grid = place(rows).filter((row) => row.length > 0);
  const columns = [...new Set(grid.flatMap((row) => row.map(({ column }) => column)))].sort((a, b) => a - b);
  const widths = new Map(columns.map((column) => [column, 0]));
  for (const row of grid) {
    // One that has its line to itself, such as a title, makes no column wide.
    if (row.length === 1) continue;
    for (const { column, colspan, lines } of row) {
      if (colspan === 1) widths.set(column, Math.max(widths.get(column) ?? 0, widthOf(lines)));
    }
  }
  const width = columns.reduce((sum, column) => sum + (widths.get(column) ?? 0) + GAP.length, 0);
  const isNarrow = columns.length <= MAX_COLUMNS && width <= WIDEST_LINE && grid.every((row) => fitsBeside(row, hasHeader));
  return isNarrow ? lineUp(grid, columns, widths) : stack(grid, hasHeader);
}

/** The cells that have text, each with its column; what a cell above reaches into is taken. */
function place(rows: readonly (readonly GridCell[])[]): Cell[][] {
  const reach: number[] = [];
  return rows.map((row, y) => {
    let column = 0;
    return row.flatMap(({ colspan, rowspan, text }) => {
      while ((reach[column] ?? 0) > y) column += 1;
      const at = column;
      const columns = spanOf(colspan);
      for (let n = 0; n < columns; n += 1) reach[column + n] = y + spanOf(rowspan);
      column += columns;
      const lines = text.split('\n').map((line) => line.trim());
      return lines.some((line) => line !== '') ? [{ column: at, colspan: columns, lines }] : [];
    });
  });
}

const widthOf = (lines: readonly string[]): number => lines.reduce((most, { length }) => Math.max(most, length), 0);

/** HTML from outside asks for millions. */
const spanOf = (span: number): number => (Number.isInteger(span) ? Math.min(Math.max(span, 1), MAX_COLUMNS) : 1);

/** Several cells with several lines each are text that is set in columns, to be read one after the other. */
function fitsBeside(row: readonly Cell[], hasHeader: boolean): boolean {
  const tall = row.filter(({ lines }) => lines.length > 1).length;
  const isShort = row.every(({ lines }) => widthOf(lines) <= WIDEST_CELL);
  return row.length === 1 || (isShort && (tall <= 1 || hasHeader));
}

function lineUp(grid: readonly (readonly Cell[])[], columns: readonly number[], widths: ReadonlyMap<number, number>): string {
  const offsets = new Map<number, number>();
  let offset = 0;
  for (const column of columns) {
    offsets.set(column, offset);
    const width = widths.get(column) ?? 0;
    if (width > 0) offset += width + GAP.length;
  }
  const line = (row: readonly Cell[], n: number): string =>
    row.reduce((text, { column, lines }) => {
      const part = lines[n] ?? '';
      if (part === '') return text;
      const padded = text.padEnd(offsets.get(column) ?? 0);
      return `${padded === text && text !== '' ? `${text}${GAP}` : padded}${part}`;
    }, '');
  return grid
    .flatMap((row) => {
      const dense = row.map((cell) => ({ ...cell, lines: cell.lines.filter((each) => each !== '') }));
      const height = dense.reduce((most, { lines }) => Math.max(most, lines.length), 0);
      return dense.length === 1 && height > 1 ? (row[0]?.lines ?? []) : Array.from({ length: height }, (_, n) => line(dense, n));
    })
    .join('\n');
}

function stack(grid: readonly (readonly Cell[])[], hasHeader: boolean): string {
  const rows = grid.map((row) => {
    const parts = row.map(({ lines }) => lines.join('\n'));
    const line = parts.join(GAP);
    const isTall = line.includes('\n');
    const isLine = !isTall && line.length <= WIDEST_LINE && fitsBeside(row, hasHeader);
    return isLine || row.length === 1 ? line : parts.join(isTall ? '\n\n' : '\n');
  });
  return rows.join(rows.some((row, n) => row.includes('\n') && (grid[n]?.length ?? 0) > 1) ? '\n\n' : '\n');
}
