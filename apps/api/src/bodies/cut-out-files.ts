/** Extracts files from a JSON body before it is parsed. */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { fieldProblem, SendoffError } from '@sendoff/core';

/** Bytes. A shorter body cannot contain or nest enough values to slow down the parser or the validator. */
const LONG_BODY = 4 * 1024;
/**
 * Bytes. Shorter files are left to the parser. The parser would copy a long string four times, and checking that it is base64
 * costs more than decoding it; it needs ten times as much memory for a long array as for its text, and forty times as much as
 * for its bytes.
 */
const LONG_FILE = 1024;
/** Bytes after which other requests can run. A multiple of four, the length of a base64 group. */
const STRIDE = 256 * 1024;

/**
 * Values in a body, without the bytes of files. The largest valid batch has about 60,000. Each costs the parser and the validator
 * up to 4 µs: twenty megabytes of `[],` would block the main thread for half a minute.
 */
const MAX_VALUES = 100_000;
/** A key and a string value; only invalid JSON has more. */
const STRINGS_PER_VALUE = 2;
/** Nesting of arrays and objects. A valid body nests at most 5 deep. */
const MAX_DEPTH = 32;

/** A body without its long files. */
export interface CutBody {
  /** JSON with a short placeholder for each file. */
  readonly text: string;
  /** Replaces the placeholders in the parsed `text` with the bytes of the files. */
  readonly putBack: (parsed: unknown) => void;
}

/**
 * Cuts long files out of `attachments[].content` and `attachments[].content.data`: arrays of integers and base64 strings. The
 * rest is unchanged and left to the parser.
 *
 * @throws {SendoffError} when a long array in one of these places contains anything but integers from 0 to 255, and when a long
 *   body has more values, or nests them deeper, than any valid one.
 */
export function cutOutFiles(body: Buffer): CutBody {
  const search = findFiles(body);
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return cut(body, value);
  }
}

/** The same for a body of megabytes, letting other requests run in between. */
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

/** A body with placeholders. Because of duplicate keys, `attachments` can still have any type. */
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

/** A file found in the body: the start and end of its string or array, and its bytes. */
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

/** The paths of files in the body; an array item is `[]`. */
const TEXT_PLACE = 'attachments [] content';
const ARRAY_PLACES: ReadonlySet<string> = new Set([TEXT_PLACE, `${TEXT_PLACE} data`]);
/** The length of the longest path. */
const DEEPEST = 4;
/** Bytes of the longest key with its quotes: `attachments`. */
const MAX_KEY_LENGTH = 13;

/** Scans the body once, skips each string without a backslash in one step, and yields after each stride. */
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
      // Searched again only after it was passed, so that the time is linear in the length of the body.
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
      // More closing than opening brackets is invalid JSON, which the parser reports.
      if (depth < 0) return found;
    } else if (octet === COMMA) {
      if (depth === 2) file += 1;
      values += 1;
      refuseBeyondLimits(values, depth);
    }
  }
  return found;
}

/** The path of a value; empty where no file can be. */
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

/** Bytes of a string scanned in a loop; for longer strings `indexOf` is faster. */
const SHORT = 64;

/** The offset after the string that starts at `start`; undefined if it contains a backslash or does not end. */
function endWithoutBackslash(body: Buffer, start: number): number | undefined {
  for (let at = start + 1; at <= start + SHORT; at += 1) {
    if (body[at] === QUOTE) return at + 1;
    if (body[at] === BACKSLASH) return undefined;
  }
  const quote = body.indexOf(QUOTE, start + SHORT);
  if (quote < 0) return undefined;
  return body.subarray(start + SHORT, quote).includes(BACKSLASH) ? undefined : quote + 1;
}

/** The offset after the string that starts at `start`; the length of the body if the string does not end. */
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
 * Reads the items of an array: decimal integers from 0 to 255. Other forms, such as `1e2`, are refused: no client sends them, and
 * leaving the array to the parser would exhaust the memory.
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
 * The bytes of a base64 string in JSON; null if it is not base64, or base64 in an unusual form, which is left to the parser and
 * to `decodeBase64`.
 *
 * Node.js skips characters outside the alphabet, so the number of bytes must match the length of the string. It also accepts
 * both alphabets (RFC 4648 sections 4 and 5) at once, so strings with characters of both are refused here.
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

/** The string with escaped slashes unescaped and escaped line breaks removed (RFC 8259 section 7); null if it has other escapes. */
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
