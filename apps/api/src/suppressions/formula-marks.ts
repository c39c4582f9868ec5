/**
 * Addresses that a spreadsheet would take for a formula: `=`, `+` and `-` may begin a local part (RFC 5321 section 4.1.2),
 * and whoever can have one suppressed could have it calculated by the person who opens the exported list. An apostrophe
 * before it makes it a text. The option `escape_formulas` of csv-stringify does the same, but leaves an address that
 * begins with an apostrophe itself as it is, so that nothing could tell afterwards which of the two it was.
 */

/** What spreadsheets take for the beginning of a formula, after the apostrophes that make it none. */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** The address as it is exported. */
export const markFormula = (address: string): string => (FORMULA.test(address) ? `'${address}` : address);

/** The address that was exported. One that was never marked comes back as it is. */
export const unmarkFormula = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);
