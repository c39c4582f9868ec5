import { BlockList, isIP, SocketAddress } from 'node:net';
import { InvalidSetting } from './invalid-setting.ts';

/**
 * Normalizes a network in CIDR notation (RFC 4632, RFC 4291 section 2.3) or a single address: always with a prefix length, IPv6
 * in the form of RFC 5952.
 *
 * @throws {InvalidSetting}
 */
export function readNetwork(text: string): string {
  const [written = '', length, ...rest] = text.trim().split('/');
  const version = written.includes('%') ? 0 : isIP(written);
  if (version === 0 || rest.length > 0) {
    throw new InvalidSetting('must be an address or a network, such as `192.0.2.7`, `192.0.2.0/24` or `2001:db8::/32`');
  }
  const most = version === 4 ? 32 : 128;
  if (length !== undefined && (!/^(?:0|[1-9]\d{0,2})$/.test(length) || Number(length) > most)) {
    throw new InvalidSetting(`must have a prefix length from 0 to ${String(most)} after the \`/\``);
  }
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const { address } = new SocketAddress({ address: written, family });
  const bits = Number(length ?? most);
  if (family === 'ipv6' && MAPPED.check(address, 'ipv6')) {
    throw new InvalidSetting(
      'must write an IPv4 address as such, for example `192.0.2.0/24`, which also covers clients that connect over IPv6',
    );
  }
  const first = firstOf(address, bits);
  if (first !== address) {
    throw new InvalidSetting(
      `must begin with the first address of its network: write \`${first}/${String(bits)}\`, or the address alone`,
    );
  }
  return `${address}/${String(bits)}`;
}

/** IPv4 addresses as IPv6 has them (RFC 4291 section 2.5.5.2). */
const MAPPED = new BlockList();
MAPPED.addSubnet('::ffff:0:0', 96, 'ipv6');

/** The address with everything after its first bits cleared. */
function firstOf(address: string, bits: number): string {
  if (isIP(address) === 4) {
    const bytes = address.split('.').map((byte, n) => Number(byte) & maskOf(bits - n * 8, 8));
    return bytes.join('.');
  }
  const words = wordsOf(address).map((word, n) => (word & maskOf(bits - n * 16, 16)).toString(16));
  return new SocketAddress({ address: words.join(':'), family: 'ipv6' }).address;
}

/** The first `bits` of a number of `width` bits. */
const maskOf = (bits: number, width: number): number => {
  const kept = Math.min(Math.max(bits, 0), width);
  return (2 ** kept - 1) * 2 ** (width - kept);
};

/** The eight numbers of an IPv6 address. */
function wordsOf(address: string): number[] {
  // The last 32 bits may be written as IPv4.
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a: string, b: string, c: string, d: string) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((word) => word.toString(16)).join(':'),
  );
  const [head = '', tail] = hex.split('::');
  const read = (part: string): number[] => (part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16)));
  const [first, last] = [read(head), read(tail ?? '')];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}
