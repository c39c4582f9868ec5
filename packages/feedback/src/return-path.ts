/**
 * The return path: the envelope sender, to which bounces and complaints are sent.
 *
 * Each email has its own, `bounce+KEY@domain`. The key contains the email id and the day of sending, and an HMAC that proves that
 * this deployment made it: a bounce cannot be forged for an email that the forger has not seen. It expires, so that an old one
 * found in a mailbox or log is useless.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'bounce+';
/** Bytes of the UUID, the day and the truncated HMAC; RFC 2104 section 5 asks for at least 10. */
const ID_BYTES = 16;
const DAY_BYTES = 2;
const TAG_BYTES = 10;
/** Base32 without padding, because some servers change the letter case of local parts. */
const KEY = /^[a-z2-7]{45}$/;

const DAY_MS = 86_400_000;
/**
 * Days for which a return path is accepted. A server gives up after about five (RFC 5321 section 4.5.4.1); complaints arrive
 * later.
 */
export const RETURN_PATH_DAYS = 30;

/** What an address turned out to be. */
export type ReadReturnPath =
  | { readonly kind: 'email'; readonly emailId: string }
  /** Another domain, or no return path. */
  | { readonly kind: 'foreign' }
  /** Made with this key, but too old. */
  | { readonly kind: 'expired' }
  /** In the form of a return path, but not made with this key. */
  | { readonly kind: 'forged' };

/** The return paths of a deployment. */
export interface ReturnPaths {
  /** The return path of an email: a local part of 52 bytes and the domain. It changes each day. */
  readonly addressOf: (emailId: string) => string;
  /** Reads an address, ignoring letter case. */
  readonly read: (address: string) => ReadReturnPath;
}

/** The settings of return paths. */
export interface ReturnPathParts {
  readonly domain: string;
  /** The same in all processes (`returnPathKey`). */
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

/** Base32 (RFC 4648 section 6) in lower case without padding. */
function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

const toUuid = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
