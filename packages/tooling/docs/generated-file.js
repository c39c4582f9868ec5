/** Writes generated files, or checks that they are up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
const ROOT = new URL('../../../', import.meta.url);

/**
 * Writes `content` to `path`. With `--check` in the arguments of the program, it compares instead: if the file differs, it prints
 * how to update it and sets exit code 1.
 *
 * @param {string} path relative to the root of the repository
 * @param {string} content
 * @param {string} command updates the file
 */
export function generatedFile(path, content, command) {
  const file = new URL(path, ROOT);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, content);
    console.log(`wrote ${path}`);
    return;
  }
  if (readIfThere(file) !== content) {
    console.error(`${path} is out of date. Run: ${command}`);
    process.exitCode = 1;
  }
}

/**
 * A Markdown table, with `|` escaped.
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
