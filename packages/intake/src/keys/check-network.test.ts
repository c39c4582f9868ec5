import { expect, test } from '@jest/globals';
import { NO_RESTRICTIONS } from '@sendoff/db';
import { checkNetwork, mayBeUsedFrom } from './check-network.ts';

const keyOf = (...allowedNetworks: string[]) => ({ restrictions: { ...NO_RESTRICTIONS, allowedNetworks } });

test.each([
  [[], '198.51.100.7', true],
  [['198.51.100.0/24'], '198.51.100.7', true],
  [['198.51.100.0/24'], '::ffff:198.51.100.7', true],
  [['198.51.100.7'], '198.51.100.7', true],
  [['198.51.100.0/24'], '198.51.101.7', false],
  [['198.51.100.0/24'], '::1', false],
  [['0.0.0.0/0'], '2001:db8::1', false],
  [['2001:db8::/32', '10.0.0.0/8'], '2001:db8::1', true],
  [['2001:db8::/32', '10.0.0.0/8'], '10.1.2.3', true],
  [['fe80::/10'], 'fe80::1%eth0', true],
  [['198.51.100.0/24'], '', false],
])('a key that is allowed from %j may be used from %s: %s', (networks, address, may) => {
  expect(mayBeUsedFrom(keyOf(...networks), address)).toBe(may);
});

test('the error contains the address', () => {
  expect(() => checkNetwork(keyOf('10.0.0.0/8'), '192.0.2.1')).toThrow('This API key may not be used from 192.0.2.1.');
});
