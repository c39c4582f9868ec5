/**
 * A file comes from whoever sent it, and is opened on the address of the dashboard: it is saved, never
 * shown, and where a browser shows it all the same it can run nothing and reach nothing.
 */
export const DOWNLOAD_SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};
