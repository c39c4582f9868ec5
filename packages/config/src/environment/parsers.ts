/**
 * Parsers for the values of environment variables.
 *
 * Each throws an {@link InvalidValue} that says what is wrong and what is expected; the caller adds the name of the variable.
 * Values that may contain a password are never repeated in a message.
 */
import { isIP } from 'node:net';
import { hasUnencodedCredentials, splitUrls, UNENCODED_CREDENTIALS } from './url-credentials.ts';

/** A problem of one value, as the end of a sentence that begins with the name of the variable. */
export class InvalidValue extends Error {}

/** Parses the text of a variable; throws {@link InvalidValue}. */
export type Parser<Value> = (text: string) => Value;

const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds in a text such as `500ms`, `30s`, `5m`, `16h` or `30d`. */
export const duration: Parser<number> = (text) => {
  const [, digits, unit] = /^(\d+)(ms|s|m|h|d)$/.exec(text.trim()) ?? [];
  if (digits === undefined) {
    throw new InvalidValue(
      `contains "${text.trim()}", which is not a duration; write a whole number and ms, s, m, h or d, such as 30s`,
    );
  }
  return Number(digits) * MILLISECONDS[unit as keyof typeof MILLISECONDS];
};

/** A comma-separated list of durations, in milliseconds. */
export const durations: Parser<number[]> = (text) => text.split(',').map(duration);

/** A whole number between `min` and `max`, both included. */
export const wholeNumber =
  (min: number, max: number): Parser<number> =>
  (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new InvalidValue(`is "${text}", and must be a whole number from ${String(min)} to ${String(max)}`);
    }
    return value;
  };

/** A TCP port. Port 0 asks the system for any free one. */
export const portNumber = wholeNumber(0, 65_535);

/** `true` or `false`. */
export const trueOrFalse: Parser<boolean> = (text) => oneOf('true', 'false')(text) === 'true';

/** Text that must be one of `choices`. */
export const oneOf =
  <const Choice extends string>(...choices: readonly Choice[]): Parser<Choice> =>
  (text) => {
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined) throw new InvalidValue(`is "${text}", and must be one of: ${choices.join(', ')}`);
    return choice;
  };

/** A secret of at least `minimumLength` characters. */
export const secret =
  (minimumLength: number): Parser<string> =>
  (text) => {
    if (text.length < minimumLength) {
      throw new InvalidValue(
        `has ${String(text.length)} characters and must have at least ${String(minimumLength)}; generate one with: openssl rand -hex 32`,
      );
    }
    return text;
  };

/** A URL with one of the given schemes (without colon). */
export const urlWithScheme =
  (...schemes: readonly string[]): Parser<string> =>
  (text) => {
    const expected = schemes.map((scheme) => `${scheme}://`).join(' or ');
    if (hasUnencodedCredentials(text)) throw new InvalidValue(UNENCODED_CREDENTIALS);
    if (!URL.canParse(text)) throw new InvalidValue(`is not a URL; it must begin with ${expected}`);
    const url = new URL(text);
    if (!schemes.includes(url.protocol.slice(0, -1))) {
      throw new InvalidValue(`begins with ${url.protocol} and must begin with ${expected}`);
    }
    if (url.hostname === '') throw new InvalidValue('has no host');
    return text;
  };

/** A comma-separated list of URLs, each with one of the given schemes. */
export const urlsWithScheme =
  (...schemes: readonly string[]): Parser<string[]> =>
  (text) => {
    const urls = splitUrls(text);
    if (urls.length === 0) throw new InvalidValue('contains no URL');
    // A comma ends a URL in a list, so one in a password splits it in two.
    if (urls.some((url) => url.lastIndexOf('@') > url.indexOf(',') && url.includes(','))) {
      throw new InvalidValue(UNENCODED_CREDENTIALS);
    }
    return urls.flatMap(words).map(urlWithScheme(...schemes));
  };

/** A number per period. */
export interface Rate {
  readonly count: number;
  /** Length of the period in milliseconds. */
  readonly periodMs: number;
}

/** A rate such as `10/s`, `100/m` or `1000/h`. */
export const rate: Parser<Rate> = (text) => {
  const [, count, unit] = /^([1-9]\d*)\/(s|m|h)$/.exec(text) ?? [];
  if (count === undefined)
    throw new InvalidValue(`is "${text}", which is not a rate; write a number, a slash and s, m or h, such as 10/s`);
  return { count: Number(count), periodMs: MILLISECONDS[unit as 's' | 'm' | 'h'] };
};

/** A rate, or null for `off`. */
export const rateOrOff: Parser<Rate | null> = (text) => {
  if (text === 'off') return null;
  try {
    return rate(text);
  } catch (error) {
    if (error instanceof InvalidValue) throw new InvalidValue(`${error.message}, or off`);
    throw error;
  }
};

/** Comma-separated words without empty ones. */
export const words: Parser<string[]> = (text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Comma-separated IP addresses and CIDR blocks (RFC 4632). */
export const addressBlocks: Parser<string[]> = (text) => {
  const blocks = words(text);
  for (const block of blocks) {
    const [address = '', prefix, ...rest] = block.split('/');
    const bits = isIP(address) === 6 ? 128 : 32;
    const prefixFits = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
    if (isIP(address) === 0 || !prefixFits || rest.length > 0) {
      throw new InvalidValue(`contains "${block}", which is neither an IP address nor a CIDR block such as 10.0.0.0/8`);
    }
  }
  return blocks;
};

/** A host name (RFC 1123 section 2.1). */
export const hostname: Parser<string> = (text) => {
  const labels = text.split('.');
  if (text.length > 253 || !labels.every((label) => /^(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/.test(label))) {
    throw new InvalidValue(`is "${text}", and must be a host name, such as mail.example.com`);
  }
  return text;
};

/** Any text. */
export const anyText: Parser<string> = (text) => text;
