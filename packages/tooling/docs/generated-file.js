/** Files that a script writes, and that a check holds equal to what the script would write. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
const ROOT = new URL('../../../', import.meta.url);

/**
 * Writes `content` to `path` (from the root of the repository); with `--check` among the arguments of
 * the program, says instead whether the file differs, and makes the program exit 1 if it does.
 *
 * @param {string} path
 * @param {string} content
 * @param {string} command what a person runs to bring the file up to date
 */
export function generatedFile(path, content, command) {
  const file = new URL(path, ROOT);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, content);
    console.log(`wrote ${path}`);
    return;
  }
  if (readIfThere(file) !== content) {
    console.error(`${path} is not up to date. Run: ${command}`);
    process.exitCode = 1;
  }
}

/**
 * Rows of a Markdown table, with `|` escaped.
 *
 * @param {readonly string[]} headings
 * @param {readonly (readonly string[])[]} rows
 */
export function markdownTable(headings, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

function readIfThere(file) {
  try {
    return readFileSync(fileURLToPath(file), 'utf8');
  } catch {
    return undefined;
  }
}
