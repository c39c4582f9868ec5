/**
 * The return path: the sender in the envelope, to which bounces and complaints go.
 *
 * Each email has one of its own, `bounce+KEY@domain`. The key names the email and the day on which it was sent, and proves by
 * an HMAC that it was made here: what comes back needs no other trust, and nobody can make a bounce up for an email they never
 * saw. It is of use for some weeks: whoever finds an old one in a mailbox or a log can do nothing with it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'bounce+';
/** Bytes of a UUID, of the day, and of the HMAC that are kept: RFC 2104 section 5 asks for no fewer than 10. */
const ID_BYTES = 16;
const DAY_BYTES = 2;
const TAG_BYTES = 10;
/** In base32 without padding, which survives servers that change the letter case of local parts. */
const KEY = /^[a-z2-7]{45}$/;

const DAY_MS = 86_400_000;
/** Days for which a return path is taken. A server gives up after five (RFC 5321 section 4.5.4.1); complaints come later. */
export const RETURN_PATH_DAYS = 30;

/** What an address of the return path is. */
export type ReadReturnPath =
  | { readonly kind: 'email'; readonly emailId: string }
  /** Of another domain, or nothing that begins as return paths do. */
  | { readonly kind: 'foreign' }
  /** Made with this key, and too long ago. */
  | { readonly kind: 'expired' }
  /** Of the form, and not made with this key. */
  | { readonly kind: 'forged' };

/** The return paths of a deployment. */
export interface ReturnPaths {
  /** The address that what comes back about an email goes to: a local part of 52 bytes and the domain. Another one each day. */
  readonly addressOf: (emailId: string) => string;
  /** Whose address it is, whatever its letter case. */
  readonly read: (address: string) => ReadReturnPath;
}

/** What return paths are made of. */
export interface ReturnPathParts {
  readonly domain: string;
  /** The same in every program (`returnPathKey`). */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly wallClock?: () => number;
}

/** Opens the return paths of `domain`. */
export function openReturnPaths({ domain, key: secret, wallClock = Date.now }: ReturnPathParts): ReturnPaths {
  const tagOf = (signed: Buffer): Buffer => createHmac('sha256', secret).update(signed).digest().subarray(0, TAG_BYTES);
  const today = (): number => Math.floor(wallClock() / DAY_MS);
  const ending = `@${domain.toLowerCase()}`;

  return {
    addressOf: (emailId) => {
      const day = Buffer.alloc(DAY_BYTES);
      day.writeUInt16BE(today());
      const signed = Buffer.concat([Buffer.from(emailId.replaceAll('-', ''), 'hex'), day]);
      return `${PREFIX}${toBase32(Buffer.concat([signed, tagOf(signed)]))}${ending}`;
    },
    read: (address) => {
      const lower = address.toLowerCase();
      if (!lower.startsWith(PREFIX) || !lower.endsWith(ending)) return { kind: 'foreign' };
      const key = lower.slice(PREFIX.length, -ending.length);
      if (!KEY.test(key)) return { kind: 'forged' };
      const bytes = fromBase32(key);
      const [signed, tag] = [bytes.subarray(0, ID_BYTES + DAY_BYTES), bytes.subarray(ID_BYTES + DAY_BYTES)];
      if (!timingSafeEqual(tag, tagOf(signed))) return { kind: 'forged' };
      if (today() - signed.readUInt16BE(ID_BYTES) > RETURN_PATH_DAYS) return { kind: 'expired' };
      return { kind: 'email', emailId: toUuid(signed.subarray(0, ID_BYTES)) };
    },
  };
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648 section 6, in lower case and without padding. */
function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

const toUuid = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
