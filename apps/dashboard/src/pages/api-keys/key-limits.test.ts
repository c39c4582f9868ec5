import { describe, expect, test } from '@jest/globals';
import type { ApiKey } from '../../api/types.ts';
import { describeLimits, limitChanges, limitFieldsOf, NO_LIMITS } from './key-limits.ts';

const unlimited: ApiKey = {
  id: '0198f000-0000-7000-8000-000000000000',
  name: 'Shop',
  created_at: '2026-04-03 22:13:42.674000+00',
  last_used_at: null,
  permission: 'sending_access',
  mode: 'live',
  weight: 1,
  expires_at: null,
  allowed_networks: [],
  allowed_senders: [],
  quotas: { daily_emails: null, daily_bytes: null, scheduled_emails: null, webhooks: null },
  used_today: null,
};
const limited: ApiKey = {
  ...unlimited,
  expires_at: '2027-04-03 22:13:42.000000+00',
  allowed_networks: ['192.0.2.0/24', '2001:db8::/32'],
  allowed_senders: ['news@acme.example'],
  quotas: { daily_emails: 10_000, daily_bytes: 1_500_000, scheduled_emails: 500, webhooks: 1 },
  used_today: { emails: 1204, bytes: 700_000 },
};

test('a key without limits has empty fields', () => {
  expect(limitFieldsOf(unlimited)).toEqual(NO_LIMITS);
});

test('the fields show the limits of a key', () => {
  expect(limitFieldsOf(limited)).toMatchObject({
    networks: '192.0.2.0/24\n2001:db8::/32',
    senders: 'news@acme.example',
    dailyEmails: '10000',
    dailyMegabytes: '1.5',
    scheduledEmails: '500',
    webhooks: '1',
  });
});

describe('the changes of a form', () => {
  test('are empty for an unchanged form', () => {
    expect(limitChanges(limitFieldsOf(limited), limitFieldsOf(limited))).toEqual({});
  });

  test('leave out unchanged fields', () => {
    const before = limitFieldsOf(limited);
    expect(limitChanges(before, { ...before, dailyEmails: '20' })).toEqual({ quotas: { daily_emails: 20 } });
  });

  test('contain every changed field', () => {
    const after = {
      expiresAt: '2127-04-03T22:13',
      networks: '192.0.2.7, 2001:db8::/32\n',
      senders: 'acme.example\nnews@shop.example',
      dailyEmails: '5',
      dailyMegabytes: '0.25',
      scheduledEmails: '6',
      webhooks: '7',
    };
    expect(limitChanges(NO_LIMITS, after)).toEqual({
      expires_at: new Date(2127, 3, 3, 22, 13).toISOString(),
      allowed_networks: ['192.0.2.7', '2001:db8::/32'],
      allowed_senders: ['acme.example', 'news@shop.example'],
      quotas: { daily_emails: 5, daily_bytes: 250_000, scheduled_emails: 6, webhooks: 7 },
    });
  });

  test('remove every limit whose field was emptied', () => {
    expect(limitChanges(limitFieldsOf(limited), NO_LIMITS)).toEqual({
      expires_at: null,
      allowed_networks: [],
      allowed_senders: [],
      quotas: { daily_emails: null, daily_bytes: null, scheduled_emails: null, webhooks: null },
    });
  });
});

describe('the summary of a key', () => {
  const now = new Date('2027-04-01T00:00:00Z');

  test('has a line for each limit', () => {
    expect(describeLimits(limited, now)).toEqual([
      'Expires in 2 d',
      'From 192.0.2.0/24 and 1 more',
      'As news@acme.example',
      '1,204 of 10,000 emails today',
      '700 KB of 1.5 MB today',
      '500 scheduled emails',
      '1 webhook',
    ]);
  });

  test('marks an expiry in the past as expired', () => {
    expect(describeLimits({ ...unlimited, expires_at: '2027-03-30 00:00:00.000000+00' }, now)).toEqual(['Expired 2 d ago']);
  });

  test('has a line for a weight other than 1', () => {
    expect(describeLimits({ ...unlimited, weight: 3 }, now)).toEqual(['Weight 3']);
  });

  test('is empty for a key without limits', () => {
    expect(describeLimits(unlimited, now)).toEqual([]);
  });
});
