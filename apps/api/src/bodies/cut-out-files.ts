/** Takes files out of a JSON body before it is parsed. */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { fieldProblem, SendoffError } from '@sendoff/core';

/** Bytes. A shorter body cannot hold, or nest, so much that the parser or the validator would mind. */
const LONG_BODY = 4 * 1024;
/**
 * Bytes. Files that are shorter are left to the parser. It would copy a long text four times, and to check that it is base64
 * costs more than to decode it; a long array takes it ten times as much memory as its text, and forty times as much as the
 * bytes that it stands for.
 */
const LONG_FILE = 1024;
/** Bytes after which other requests have their turn. A multiple of four, as base64 has its digits. */
const STRIDE = 256 * 1024;

/**
 * Values in a body, apart from the bytes of files. The largest batch that is valid has some 60,000. Each costs the parser
 * and the validator up to 4 µs: twenty megabytes of `[],` would hold the main thread for half a minute.
 */
const MAX_VALUES = 100_000;
/** A key and a text; only what is no JSON has more. */
const STRINGS_PER_VALUE = 2;
/** Arrays and objects inside each other. The deepest place of a valid body is at 5. */
const MAX_DEPTH = 32;

/** A body without its long files. */
export interface CutBody {
  /** JSON, with a short string in place of each file. */
  readonly text: string;
  /** Puts the bytes to where those strings are, in what `text` was parsed to. */
  readonly putBack: (parsed: unknown) => void;
}

/**
 * Cuts long files out of `attachments[].content` and `attachments[].content.data`: arrays of integers, and texts in base64.
 * Everything else stays as it is, and is for the parser to judge.
 *
 * @throws {SendoffError} when a long array in such a place is not one of integers from 0 to 255, and when a long body
 *   holds more values, or nests them deeper, than any valid one does.
 */
export function cutOutFiles(body: Buffer): CutBody {
  const search = findFiles(body);
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return cut(body, value);
  }
}

/** The same for a body of megabytes, with turns for other requests in between. */
export async function cutOutFilesInTurns(body: Buffer): Promise<CutBody> {
  const search = findFiles(body);
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return cut(body, value);
    await setImmediate();
  }
}

function cut(body: Buffer, found: readonly WrittenFile[]): CutBody {
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

/** A file that was found: where its text or array begins and ends, and what it stands for. */
interface WrittenFile {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const code = (character: string): number => character.charCodeAt(0);
const [QUOTE, BACKSLASH, COMMA, COLON] = ['"', '\\', ',', ':'].map(code) as [number, number, number, number];
const [OPEN_ARRAY, CLOSE_ARRAY] = ['[', ']'].map(code) as [number, number];
const [OPEN_OBJECT, CLOSE_OBJECT] = ['{', '}'].map(code) as [number, number];
const [ZERO, NINE] = ['0', '9'].map(code) as [number, number];
const [SLASH, LETTER_N, LETTER_R, EQUALS] = ['/', 'n', 'r', '='].map(code) as [number, number, number, number];

/** The keys that lead to a place in which files are; an item of an array is `[]`. */
const TEXT_PLACE = 'attachments [] content';
const ARRAY_PLACES: ReadonlySet<string> = new Set([TEXT_PLACE, `${TEXT_PLACE} data`]);
/** So many keys are there at most. */
const DEEPEST = 4;
/** Octets of the longest of them with its quotes; `attachments`. */
const MAX_KEY_LENGTH = 13;

/** Walks over the body once, past each string in one step where it holds no backslash, and yields after each stride. */
function* findFiles(body: Buffer): Generator<void, readonly WrittenFile[]> {
  const found: WrittenFile[] = [];
  if (body.length < LONG_BODY) return found;
  const keys: string[] = [];
  let depth = 0;
  let file = 0;
  let nextClose = 0;
  let values = 0;
  let strings = 0;
  let turnEnds = STRIDE;
  for (let at = 0; at < body.length; at += 1) {
    if (at >= turnEnds) {
      yield;
      turnEnds = at + STRIDE;
    }
    const octet = body[at];
    if (octet === QUOTE) {
      strings += 1;
      refuseBeyondLimits(Math.max(values, strings / STRINGS_PER_VALUE), depth);
      const end = endWithoutBackslash(body, at) ?? (yield* endWithBackslashes(body, at));
      if (body[afterSpace(body, end)] === COLON) {
        if (depth <= DEEPEST) keys[depth - 1] = end - at <= MAX_KEY_LENGTH ? body.toString('latin1', at + 1, end - 1) : '';
      } else if (end - at >= LONG_FILE && placeOf(keys, depth) === TEXT_PLACE) {
        const bytes = yield* readBase64(body.subarray(at + 1, end - 1));
        if (bytes !== null) found.push({ start: at, end, bytes });
      }
      at = end - 1;
    } else if (octet === OPEN_ARRAY || octet === OPEN_OBJECT) {
      const isFile = octet === OPEN_ARRAY && ARRAY_PLACES.has(placeOf(keys, depth));
      // Searched for only once it is behind: the time that a body takes grows with its length alone.
      if (isFile && nextClose <= at) nextClose = positionOrInfinity(body.indexOf(CLOSE_ARRAY, at));
      const end = isFile && nextClose < Infinity ? nextClose + 1 : 0;
      if (end - at >= LONG_FILE) {
        found.push({ start: at, end, bytes: readBytes(body.subarray(at + 1, end - 1), file) });
        at = end - 1;
      } else {
        if (depth < DEEPEST) keys[depth] = octet === OPEN_ARRAY ? '[]' : '';
        if (depth === 1) file = 0;
        depth += 1;
        values += 1;
        refuseBeyondLimits(values, depth);
      }
    } else if (octet === CLOSE_ARRAY || octet === CLOSE_OBJECT) {
      depth -= 1;
      // What closes more than it has opened is no JSON, which the parser finds at once.
      if (depth < 0) return found;
    } else if (octet === COMMA) {
      if (depth === 2) file += 1;
      values += 1;
      refuseBeyondLimits(values, depth);
    }
  }
  return found;
}

/** The keys that lead to a value; empty where no file can be. */
const placeOf = (keys: readonly string[], depth: number): string => (depth <= DEEPEST ? keys.slice(0, depth).join(' ') : '');

const positionOrInfinity = (index: number): number => (index < 0 ? Infinity : index);

function refuseBeyondLimits(values: number, depth: number): void {
  if (depth > MAX_DEPTH) {
    throw new SendoffError('invalid_field', `The request body must nest arrays and objects at most ${String(MAX_DEPTH)} deep.`);
  }
  if (values > MAX_VALUES) {
    throw new SendoffError('invalid_field', `The request body must hold at most ${MAX_VALUES.toLocaleString('en')} values.`);
  }
}

/** Octets of a string that are looked at here; past more of them there is a quicker way. */
const SHORT = 64;

/** The offset after the string that begins at `start`; undefined when it holds a backslash or does not end. */
function endWithoutBackslash(body: Buffer, start: number): number | undefined {
  for (let at = start + 1; at <= start + SHORT; at += 1) {
    if (body[at] === QUOTE) return at + 1;
    if (body[at] === BACKSLASH) return undefined;
  }
  const quote = body.indexOf(QUOTE, start + SHORT);
  if (quote < 0) return undefined;
  return body.subarray(start + SHORT, quote).includes(BACKSLASH) ? undefined : quote + 1;
}

/** The offset after the string that begins at `start`; that of the end of the body when it has none. */
function* endWithBackslashes(body: Buffer, start: number): Generator<void, number> {
  let turnEnds = start + STRIDE;
  for (let at = start + 1; at < body.length; at += 1) {
    if (at >= turnEnds) {
      yield;
      turnEnds = at + STRIDE;
    }
    const octet = body[at];
    if (octet === BACKSLASH) at += 1;
    else if (octet === QUOTE) return at + 1;
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

/**
 * The bytes of a text in base64, as it stands in JSON; null for what is none, or is written in another way than most
 * programs do, which is then for the parser and for `decodeBase64`.
 *
 * Node.js passes over what is not in the alphabet: only where there are as many bytes as the length says was there nothing
 * else. It reads both alphabets (RFC 4648 sections 4 and 5) as one, so a text may not hold characters of both.
 */
function* readBase64(written: Buffer): Generator<void, Uint8Array<ArrayBuffer> | null> {
  const text = written.includes(BACKSLASH) ? yield* withoutEscapes(written) : written;
  if (text === null) return null;
  const padding = text.at(-1) !== EQUALS ? 0 : text.at(-2) === EQUALS ? 2 : 1;
  const digits = text.length - padding;
  if (padding > 0 ? text.length % 4 !== 0 : digits % 4 === 1) return null;
  const isForUrls = text.includes('-') || text.includes('_');
  if (isForUrls && (text.includes('+') || text.includes('/'))) return null;

  const bytes = Buffer.allocUnsafeSlow(Math.floor((digits * 3) / 4));
  for (let from = 0, at = 0; from < digits; from += STRIDE) {
    if (from > 0) yield;
    const to = Math.min(from + STRIDE, digits);
    const end = Math.floor((to * 3) / 4);
    if (bytes.write(text.toString('latin1', from, to), at, 'base64') !== end - at) return null;
    at = end;
  }
  return bytes;
}

/** The text without the escapes that stand in base64, of a slash and of line breaks (RFC 8259 section 7); null where it has others. */
function* withoutEscapes(written: Buffer): Generator<void, Buffer | null> {
  const text = Buffer.allocUnsafe(written.length);
  let length = 0;
  let turnEnds = STRIDE;
  for (let at = 0; at < written.length; at += 1) {
    if (at >= turnEnds) {
      yield;
      turnEnds = at + STRIDE;
    }
    let octet = written[at] ?? 0;
    if (octet === BACKSLASH) {
      at += 1;
      octet = written[at] ?? 0;
      if (octet === LETTER_N || octet === LETTER_R) continue;
      if (octet !== SLASH) return null;
    }
    text[length] = octet;
    length += 1;
  }
  return text.subarray(0, length);
}
