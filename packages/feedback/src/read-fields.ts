/** Parses the field blocks of message/delivery-status and message/feedback-report (RFC 3464 section 2.1). */

/** The values of each field in order, by field name in lower case. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** Lines that are parsed, the same limit as in `readMail`; a decoded part may have more. */
const MAX_LINES = 2000;

/** The blocks of a text, separated by empty lines. */
export function readFieldBlocks(text: string): Fields[] {
  const blocks: Map<string, string[]>[] = [];
  let block: Map<string, string[]> | undefined;
  let current: string[] | undefined;
  for (const line of text.split(/\r\n|\n|\r/, MAX_LINES)) {
    const [, name, value] = /^([A-Za-z][\w-]{0,60})\s{0,3}:(.*)$/.exec(line) ?? [];
    if (line.trim() === '') block = current = undefined;
    else if (name !== undefined && value !== undefined) {
      if (block === undefined) blocks.push((block = new Map<string, string[]>()));
      current = block.get(name.toLowerCase()) ?? [];
      current.push(value.trim());
      block.set(name.toLowerCase(), current);
    } else if (current !== undefined && /^[ \t]/.test(line)) {
      current.push(`${current.pop() ?? ''} ${line.trim()}`);
    } else current = undefined;
  }
  return blocks;
}

/** The first value of a field without comments; undefined if there is none. */
export function firstOf(fields: Fields, name: string): string | undefined {
  const value = fields.get(name)?.[0];
  return value === undefined ? undefined : withoutComments(value);
}

/** Removes comments, which may be nested and contain quoted pairs (RFC 5322 section 3.2.2). */
function withoutComments(value: string): string {
  let depth = 0;
  let kept = '';
  for (const [piece] of value.matchAll(/\\?./gs)) {
    if (piece === '(') depth += 1;
    else if (piece === ')' && depth > 0) depth -= 1;
    else if (depth === 0) kept += piece;
  }
  return kept.trim();
}
