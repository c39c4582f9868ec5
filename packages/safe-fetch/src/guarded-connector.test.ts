import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { LIMITS, open, release, serve } from '../test/fetch-kit.ts';
import { openOnly } from './guarded-connector.ts';
import { isPublicAddress } from './is-public-address.ts';
import { PrivateAddressError } from './private-address-error.ts';

afterEach(release);

/** A resolver that returns these answers in turn. */
function resolver(...answers: readonly (readonly string[])[]): LookupFunction {
  const left = [...answers];
  return (_hostname, _options, callback) => {
    const found = (left.shift() ?? []).map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
    process.nextTick(callback, null, found);
  };
}

const REFUSED = { kind: 'refused', reason: 'private_address' };

describe('without private addresses', () => {
  const guarded = () => open({ allowPrivateAddresses: false });

  test.each([
    ['an address', '127.0.0.1'],
    ['a short form', '127.1'],
    ['hexadecimal', '0x7f.1'],
    ['hexadecimal in one', '0x7f000001'],
    ['octal', '0177.0.0.1'],
    ['decimal in one', '2130706433'],
    ['a final dot', '127.0.0.1.'],
    ['percent-encoding', '127.0.0.%31'],
    ['full-width digits', '１２７.０.０.１'],
    ['ideographic full stops', '127。0。0。1'],
    ['another loopback address', '127.9.9.9'],
    ['the unspecified address', '0.0.0.0'],
    ['the unspecified address, short', '0'],
    ['the unspecified IPv6 address', '[::]'],
    ['IPv6 loopback', '[::1]'],
    ['IPv6 loopback in full', '[0:0:0:0:0:0:0:1]'],
    ['IPv4-mapped', '[::ffff:127.0.0.1]'],
    ['IPv4-mapped in hexadecimal', '[::ffff:7f00:1]'],
    ['IPv4-compatible', '[::127.0.0.1]'],
    ['NAT64', '[64:ff9b::127.0.0.1]'],
    ['6to4', '[2002:7f00:1::]'],
    ['a name that resolves to loopback', 'localhost'],
  ])('no connection is made to loopback, written as %s', async (_how, host) => {
    const server = await serve((_request, response) => response.end('secret'));
    const url = `http://${host}:${String(server.port)}/?token=hunter2`;
    const result = await guarded().get(url, LIMITS);
    expect(result).toMatchObject({ ...REFUSED, message: expect.stringMatching(/^\S+ has no public address\.$/) });
    expect(JSON.stringify(result)).not.toContain('hunter2');
    expect(await guarded().get(url.replace('http:', 'https:'), LIMITS)).toMatchObject(REFUSED);
    expect(server.connections()).toBe(0);
  });

  test('a name without a public address is refused, and the error does not contain its addresses', async () => {
    const fetcher = open({ allowPrivateAddresses: false, lookup: resolver(['10.1.2.3', 'fd00::1']) });
    const result = await fetcher.get('http://intranet.example/', LIMITS);
    expect(result).toEqual({ ...REFUSED, message: 'intranet.example has no public address.' });
  });
});

describe('a connection goes to the address that was checked', () => {
  const isOpen = (address: string) => address === '127.0.0.1';
  const guarded = (lookup: LookupFunction) => open({ allowPrivateAddresses: false, isOpen, lookup });

  test('a name that later resolves to a private address is refused', async () => {
    const server = await serve((_request, response) => response.setHeader('connection', 'close').end('fine'));
    const fetcher = guarded(resolver(['127.0.0.1'], ['127.0.0.2']));
    const url = `http://rebinding.example:${String(server.port)}/`;
    expect(await fetcher.get(url, LIMITS)).toMatchObject({ kind: 'ok' });
    expect(await fetcher.get(url, LIMITS)).toMatchObject(REFUSED);
    expect(server.connections()).toBe(1);
  });

  test('only the allowed addresses of a name are used', async () => {
    const server = await serve((_request, response) => response.end('fine'));
    const fetcher = guarded(resolver(['127.0.0.2', '::1', '127.0.0.1']));
    expect(await fetcher.get(`http://mixed.example:${String(server.port)}/`, LIMITS)).toMatchObject({ kind: 'ok' });
  });

  test.each(['127.0.0.2', '2130706434', '[::ffff:127.0.0.1]', 'other.example'])('a redirect to %s is refused', async (host) => {
    const server = await serve((_request, response) => {
      response.writeHead(302, { location: `http://${host}:${String(server.port)}/?token=hunter2` }).end();
    });
    const result = await guarded(resolver(['127.0.0.2'])).get(`${server.url}/`, LIMITS);
    expect(result).toMatchObject({ ...REFUSED, message: expect.not.stringContaining('hunter2') });
    expect(server.connections()).toBe(1);
  });
});

describe('openOnly', () => {
  test('returns one address when one is requested', async () => {
    const lookup = openOnly(resolver(['10.0.0.1', '2606:4700::1111', '8.8.8.8']), isPublicAddress);
    const found = await new Promise((resolve) => lookup('x.example', {}, (...args) => resolve(args)));
    expect(found).toEqual([null, '2606:4700::1111', 6]);
  });

  test('distinguishes a private name from one that does not resolve', async () => {
    const trouble = Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
    const failing: LookupFunction = (_hostname, _options, callback) => callback(trouble, []);
    const errorOf = (lookup: LookupFunction) =>
      new Promise((resolve) => openOnly(lookup, isPublicAddress)('x.example', { all: true }, (error) => resolve(error)));
    expect(await errorOf(failing)).toBe(trouble);
    expect(await errorOf(resolver(['10.0.0.1']))).toBeInstanceOf(PrivateAddressError);
  });
});

test.each(['127.0.0.1', '127.1', '2130706433', 'localhost'])('private addresses can be allowed: %s', async (host) => {
  const server = await serve((_request, response) => response.end('fine'));
  expect(await open().get(`http://${host}:${String(server.port)}/`, LIMITS)).toMatchObject({ kind: 'ok' });
});
