/** Blocks of fields, as message/delivery-status and message/feedback-report hold them (RFC 3464 section 2.1). */

/** The values of each field by its name in lower case, in their order. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** Lines that are looked at, as many as `readMail` looks at; what was encoded may have more. */
const MAX_LINES = 2000;

/** The blocks of a text, which empty lines separate. */
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

/** The first value of a field without its comments; undefined when there is none. */
export function firstOf(fields: Fields, name: string): string | undefined {
  const value = fields.get(name)?.[0];
  return value === undefined ? undefined : withoutComments(value);
}

/** RFC 5322 section 3.2.2: comments hold comments, and a backslash quotes what follows it. */
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
