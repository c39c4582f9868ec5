/** Describes unusable responses and errors. */
import type { FetchFailed, FetchRefused } from './fetch-result.ts';
import { PrivateAddressError } from './private-address-error.ts';

/** Temporary statuses below 500: Request Timeout, Too Early, Too Many Requests. */
const TEMPORARY_STATUSES = new Set([408, 425, 429]);

/** Timeouts of the connection, which end before the timeout of the whole request. */
const TIMEOUT_CODES = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

/** The most common errors as text, by error code; the first match wins. */
const TROUBLES: readonly { readonly code: RegExp; readonly words: string }[] = [
  { code: /^ENOTFOUND$/, words: 'has no address' },
  { code: /^EAI_/, words: 'could not be looked up' },
  { code: /^ECONNREFUSED$/, words: 'refused the connection' },
  { code: /^(?:ENETUNREACH|EHOSTUNREACH)$/, words: 'could not be reached' },
  { code: /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, words: 'closed the connection unexpectedly' },
  { code: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/, words: 'has no valid certificate' },
  { code: /^Z_/, words: 'sent a file that cannot be decompressed' },
  { code: /^(?:HPE|UND_ERR_RES|UND_ERR_HEADERS)_/, words: 'sent an invalid HTTP response' },
];

/** The server answered with an error status. */
export function explainStatus(host: string, status: number): FetchFailed {
  const temporary = status >= 500 || TEMPORARY_STATUSES.has(status);
  return { kind: 'failed', reason: 'status', status, message: `${host} answered with status ${String(status)}.`, temporary };
}

/** The server did not answer within the time limit. */
export function explainTimeout(host: string, timeoutMs: number): FetchFailed {
  const message = `${host} took longer than ${String(timeoutMs / 1000)} s.`;
  return { kind: 'failed', reason: 'timeout', message, temporary: true };
}

/** There was no response, or an incomplete one. */
export function explainError(host: string, error: unknown): FetchFailed | FetchRefused {
  if (error instanceof PrivateAddressError) {
    return { kind: 'refused', reason: 'private_address', message: `${host} has no public address.` };
  }
  const code = codeOf(error);
  if (TIMEOUT_CODES.has(code)) {
    return { kind: 'failed', reason: 'timeout', message: `${host} took too long to accept a connection.`, temporary: true };
  }
  const words = TROUBLES.find((trouble) => trouble.code.test(code))?.words ?? `caused an unknown network error (${code})`;
  return { kind: 'failed', reason: 'network', message: `${host} ${words}.`, temporary: true };
}

/** The code of an error of Node.js or undici. Never its message, which may contain data from the server. */
function codeOf(error: unknown): string {
  // Compared by name, to avoid loading undici here; its code may be missing.
  if (error instanceof Error && error.name === 'HTTPParserError') return 'HPE_INVALID';
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'no code';
}
