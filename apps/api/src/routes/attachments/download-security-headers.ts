/**
 * Headers for untrusted files that are served from the origin of the dashboard. Browsers save them instead of showing them; if
 * one is shown nevertheless, it cannot run scripts or load anything.
 */
export const DOWNLOAD_SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};
