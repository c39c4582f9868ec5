import { expect, test } from '@jest/globals';
import { ERRORS, type ErrorDefinition } from './error-table.ts';

/** What the official clients for PHP (1.10) and .NET (0.11) know: the one takes any other name for a success, the other fails on it. */
const KNOWN_NAMES = new Set([
  'application_error',
  'concurrent_idempotent_requests',
  'daily_quota_exceeded',
  'internal_server_error',
  'invalid_access',
  'invalid_api_key',
  'invalid_attachment',
  'invalid_from_address',
  'invalid_idempotency_key',
  'invalid_idempotent_request',
  'invalid_parameter',
  'invalid_region',
  'method_not_allowed',
  'missing_api_key',
  'missing_required_field',
  'monthly_quota_exceeded',
  'not_found',
  'rate_limit_exceeded',
  'restricted_api_key',
  'security_error',
  'validation_error',
]);

/** Only somebody at a browser can meet these: they are about links, cookies and other sites. */
const OF_BROWSERS = new Set(['invalid_link', 'foreign_origin', 'sign_in_link_used']);

test.each(Object.entries<ErrorDefinition>(ERRORS).filter(([code]) => !OF_BROWSERS.has(code)))(
  '%s has a name that official clients know for an error',
  (_code, { name }) => {
    expect(KNOWN_NAMES).toContain(name);
  },
);

test('what may be repeated later is an application_error', () => {
  const later = Object.values<ErrorDefinition>(ERRORS).filter(({ status }) => status >= 500);
  expect(new Set(later.map(({ name }) => name))).toEqual(new Set(['application_error']));
});
