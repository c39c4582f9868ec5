/**
 * The return path: the sender in the envelope, to which bounces and complaints go.
 *
 * Each email has one of its own, `bounce+KEY@domain`. The key names the email and proves by an HMAC that it was made
 * here: what comes back needs no other trust, and nobody can make a bounce up for an email they never saw.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'bounce+';
/** Octets of a UUID, and of the HMAC that are kept: RFC 2104 section 5 asks for no fewer than 10. */
const ID_OCTETS = 16;
const TAG_OCTETS = 10;
/** In base32 without padding, which survives servers that change the letter case of local parts. */
const KEY = /^[a-z2-7]{42}$/;

/** What an address of the return path is. */
export type ReadReturnPath =
  | { readonly kind: 'email'; readonly emailId: string }
  /** Of another domain, or nothing that begins as return paths do. */
  | { readonly kind: 'foreign' }
  /** Of the form, and not made with this secret. */
  | { readonly kind: 'forged' };

/** The return paths of a deployment. */
export interface ReturnPaths {
  /** The address that what comes back about an email goes to: a local part of 49 octets and the domain. */
  readonly addressOf: (emailId: string) => string;
  /** Whose address it is, whatever its letter case. */
  readonly read: (address: string) => ReadReturnPath;
}

/** Opens the return paths of `domain`; `secretKey` is to be the same in every program. */
export function openReturnPaths({ domain, secretKey }: { readonly domain: string; readonly secretKey: string }): ReturnPaths {
  const tagOf = (id: Buffer): Buffer =>
    createHmac('sha256', secretKey).update('return path\n').update(id).digest().subarray(0, TAG_OCTETS);
  const ending = `@${domain.toLowerCase()}`;

  return {
    addressOf: (emailId) => {
      const id = Buffer.from(emailId.replaceAll('-', ''), 'hex');
      return `${PREFIX}${toBase32(Buffer.concat([id, tagOf(id)]))}${ending}`;
    },
    read: (address) => {
      const lower = address.toLowerCase();
      if (!lower.startsWith(PREFIX) || !lower.endsWith(ending)) return { kind: 'foreign' };
      const key = lower.slice(PREFIX.length, -ending.length);
      if (!KEY.test(key)) return { kind: 'forged' };
      const octets = fromBase32(key);
      const [id, tag] = [octets.subarray(0, ID_OCTETS), octets.subarray(ID_OCTETS)];
      return timingSafeEqual(tag, tagOf(id)) ? { kind: 'email', emailId: toUuid(id) } : { kind: 'forged' };
    },
  };
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648 section 6, in lower case and without padding. */
function toBase32(octets: Buffer): string {
  const bits = [...octets].map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

const toUuid = (octets: Buffer): string => octets.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
