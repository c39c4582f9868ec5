/** Takes files that are written as arrays of integers out of a JSON body before it is parsed. */
import { randomUUID } from 'node:crypto';
import { SendoffError } from '@sendoff/config';
import { fieldProblem } from '../submission/field-problem.ts';

/** Bytes. A shorter body cannot hold, or nest, so much that the parser or the validator would mind. */
const LONG_BODY = 4 * 1024;
/**
 * Bytes. Arrays that are shorter are left to the parser; a long one takes it ten times as much memory
 * as its text, and forty times as much as the bytes that it stands for.
 */
const LONG_ARRAY = 1024;

/**
 * Values in a body, apart from the bytes of files. The largest batch that is valid has some 60,000. Each costs the parser
 * and the validator up to 4 µs: twenty megabytes of `[],` would hold the main thread for half a minute.
 */
const MAX_VALUES = 100_000;
/** Arrays and objects inside each other. The deepest place of a valid body is at 5. */
const MAX_DEPTH = 32;

/** A body without its long arrays of bytes. */
export interface CutBody {
  /** JSON, with a string in place of each array. */
  readonly text: string;
  /** Puts the bytes to where those strings are, in what `text` was parsed to. */
  readonly putBack: (parsed: unknown) => void;
}

/**
 * Cuts the long arrays out of `attachments[].content` and `attachments[].content.data`. Everything
 * else stays as it is, and is for the parser to judge.
 *
 * @throws {SendoffError} when a long array in such a place is not one of integers from 0 to 255, and when a long body
 *   holds more values, or nests them deeper, than any valid one does.
 */
export function cutOutByteArrays(body: Buffer): CutBody {
  const found = body.length < LONG_BODY ? [] : findByteArrays(body);
  if (found.length === 0) return { text: body.toString('utf8'), putBack: () => undefined };
  const mark = randomUUID();
  let text = '';
  let at = 0;
  for (const [index, { start, end }] of found.entries()) {
    text += `${body.toString('utf8', at, start)}"${mark}${String(index)}"`;
    at = end;
  }
  text += body.toString('utf8', at);
  const bytesOf = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(mark) ? found[Number(value.slice(mark.length))]?.bytes : undefined;
  return {
    text,
    putBack: (parsed) => putBack(parsed as Attached, bytesOf),
  };
}

/** A body in which a cut was made; a key that is there twice may still hold anything. */
interface Attached {
  readonly attachments?: unknown;
}

function putBack({ attachments }: Attached, bytesOf: (value: unknown) => unknown): void {
  if (!Array.isArray(attachments)) return;
  for (const attachment of attachments as ({ content?: unknown } | null)[]) {
    const content = attachment?.content as { data?: unknown } | null | undefined;
    if (attachment == null || content == null) continue;
    const bytes = bytesOf(content);
    if (bytes !== undefined) attachment.content = bytes;
    else if (typeof content === 'object') content.data = bytesOf(content.data) ?? content.data;
  }
}

/** An array that was found: from `[` to after `]`, and what it stands for. */
interface ByteArray {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const code = (character: string): number => character.charCodeAt(0);
const [QUOTE, BACKSLASH, COMMA, COLON] = ['"', '\\', ',', ':'].map(code) as [number, number, number, number];
const [OPEN_ARRAY, CLOSE_ARRAY] = ['[', ']'].map(code) as [number, number];
const [OPEN_OBJECT, CLOSE_OBJECT] = ['{', '}'].map(code) as [number, number];
const [ZERO, NINE] = ['0', '9'].map(code) as [number, number];

/** The keys that lead to a place in which files are; an item of an array is `[]`. */
const PLACES: ReadonlySet<string> = new Set(['attachments [] content', 'attachments [] content data']);
/** So many keys are there at most. */
const DEEPEST = 4;

/** Walks over the body once, past each string in one step. */
function findByteArrays(body: Buffer): ByteArray[] {
  const found: ByteArray[] = [];
  const keys: string[] = [];
  let depth = 0;
  let file = 0;
  let nextClose = 0;
  let values = 0;
  for (let at = 0; at < body.length; at += 1) {
    const octet = body[at];
    if (octet === QUOTE) {
      const end = endOfString(body, at);
      if (depth <= DEEPEST && body[afterSpace(body, end)] === COLON) keys[depth - 1] = body.toString('latin1', at + 1, end - 1);
      at = end - 1;
    } else if (octet === OPEN_ARRAY || octet === OPEN_OBJECT) {
      const isFile = octet === OPEN_ARRAY && depth <= DEEPEST && PLACES.has(keys.slice(0, depth).join(' '));
      // Searched for only once it is behind: the time that a body takes grows with its length alone.
      if (isFile && nextClose <= at) nextClose = positionOrInfinity(body.indexOf(CLOSE_ARRAY, at));
      const end = isFile && nextClose < Infinity ? nextClose + 1 : 0;
      if (end - at >= LONG_ARRAY) {
        found.push({ start: at, end, bytes: readBytes(body.subarray(at + 1, end - 1), file) });
        at = end - 1;
      } else {
        if (depth < DEEPEST) keys[depth] = octet === OPEN_ARRAY ? '[]' : '';
        if (depth === 1) file = 0;
        depth += 1;
        values += 1;
        refuseBeyondLimits(values, depth);
      }
    } else if (octet === CLOSE_ARRAY || octet === CLOSE_OBJECT) depth -= 1;
    else if (octet === COMMA) {
      if (depth === 2) file += 1;
      values += 1;
      refuseBeyondLimits(values, depth);
    }
  }
  return found;
}

const positionOrInfinity = (index: number): number => (index < 0 ? Infinity : index);

function refuseBeyondLimits(values: number, depth: number): void {
  if (depth > MAX_DEPTH) {
    throw new SendoffError('invalid_field', `The request body must nest arrays and objects at most ${String(MAX_DEPTH)} deep.`);
  }
  if (values > MAX_VALUES) {
    throw new SendoffError('invalid_field', `The request body must hold at most ${MAX_VALUES.toLocaleString('en')} values.`);
  }
}

/** The offset after the string that begins at `start`; that of the end when it has none. */
function endOfString(body: Buffer, start: number): number {
  for (let at = body.indexOf(QUOTE, start + 1); at >= 0; at = body.indexOf(QUOTE, at + 1)) {
    let backslashes = 0;
    while (body[at - 1 - backslashes] === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return at + 1;
  }
  return body.length;
}

/** RFC 8259 section 2: space, tab, line feed and carriage return. */
const isSpace = (octet: number | undefined): boolean => octet === 0x20 || octet === 0x09 || octet === 0x0a || octet === 0x0d;

function afterSpace(text: Uint8Array, from: number): number {
  let at = from;
  while (isSpace(text[at])) at += 1;
  return at;
}

/**
 * Reads what is between the brackets of an array: decimal integers from 0 to 255. Other ways to write these, such as
 * `1e2`, are refused: nobody sends them, and a parser that is left with the array would fill the memory.
 */
function readBytes(items: Uint8Array, file: number): Uint8Array<ArrayBuffer> {
  if (afterSpace(items, 0) === items.length) return new Uint8Array(0);
  let count = 1;
  for (const octet of items) if (octet === COMMA) count += 1;
  const bytes = new Uint8Array(count);
  let at = afterSpace(items, 0);
  for (let index = 0; index < count; index += 1) {
    const start = at;
    let value = 0;
    for (; at < items.length && at - start < 4; at += 1) {
      const octet = items[at] ?? 0;
      if (octet < ZERO || octet > NINE) break;
      value = value * 10 + octet - ZERO;
    }
    const digits = at - start;
    at = afterSpace(items, at);
    const isLast = index === count - 1;
    const ends = isLast ? at === items.length : items[at] === COMMA;
    const isCanonical = digits === 1 || (digits > 1 && items[start] !== ZERO);
    if (!ends || !isCanonical || value > 255) {
      const text = `must be an array of integers from 0 to 255, and item ${String(index + 1)} is not one`;
      throw fieldProblem(['attachments', file, 'content'], text, 'invalid_attachment');
    }
    bytes[index] = value;
    at = afterSpace(items, at + 1);
  }
  return bytes;
}
