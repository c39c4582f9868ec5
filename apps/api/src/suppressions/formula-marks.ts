/**
 * Protection against CSV formula injection: `=`, `+` and `-` can begin a local part (RFC 5321 section 4.1.2), so an attacker who
 * gets such an address suppressed could have a formula run by the person who opens the exported list. A leading apostrophe makes
 * the cell a text. The option `escape_formulas` of csv-stringify does the same, but does not escape addresses that begin with an
 * apostrophe themselves, so an import could not tell the two apart.
 */

/** What spreadsheets read as the start of a formula, after any apostrophes that escape it. */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** The address in its exported form. */
export const markFormula = (address: string): string => (FORMULA.test(address) ? `'${address}` : address);

/** The original address of an exported one. Unmarked addresses are returned unchanged. */
export const unmarkFormula = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);
