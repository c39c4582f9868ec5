/** Formats numbers and tables for the terminal. */

/** Rounds to three significant digits, or to a whole number from 100 on; empty for a missing value. */
export function formatNumber(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '';
  const text = Math.abs(value) >= 100 || Number.isInteger(value) ? Math.round(value) : Number(value.toPrecision(3));
  return text.toLocaleString('en');
}

/** Aligns columns; numbers are right-aligned. */
export function formatTable([headings = [], ...lines]: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) => Math.max(heading.length, ...lines.map((line) => (line[column] ?? '').length)));
  const isText = headings.map((_, column) => lines.some((line) => /^[A-Za-z]/.test(line[column] ?? '')));
  const format = (line: readonly string[]): string =>
    line
      .map((cell, column) => (isText[column] === true ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [format(headings), widths.map((width) => '─'.repeat(width)).join('  '), ...lines.map(format)].join('\n');
}
