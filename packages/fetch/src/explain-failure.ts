/** What is said of an answer or an error that is of no use. */
import type { FetchFailed, FetchRefused } from './fetch-result.ts';
import { PrivateAddressError } from './private-address-error.ts';

/** Statuses below 500 that speak of the moment: Request Timeout, Too Early, Too Many Requests. */
const TEMPORARY_STATUSES = new Set([408, 425, 429]);

/** Errors that mean the patience of the connection ended before that of the whole fetch. */
const TIMEOUT_CODES = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

/** The commonest troubles in words, by the code of the error; the first row that fits counts. */
const TROUBLES: readonly { readonly code: RegExp; readonly words: string }[] = [
  { code: /^ENOTFOUND$/, words: 'has no address' },
  { code: /^EAI_/, words: 'could not be looked up' },
  { code: /^ECONNREFUSED$/, words: 'refused the connection' },
  { code: /^(?:ENETUNREACH|EHOSTUNREACH)$/, words: 'could not be reached' },
  { code: /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, words: 'broke the connection off' },
  { code: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/, words: 'has no valid certificate' },
  { code: /^Z_/, words: 'sent a file that cannot be decompressed' },
  { code: /^(?:HPE|UND_ERR_RES|UND_ERR_HEADERS)_/, words: 'gave an answer that is not valid HTTP' },
];

/** The server answered, but not with the file. */
export function explainStatus(host: string, status: number): FetchFailed {
  const temporary = status >= 500 || TEMPORARY_STATUSES.has(status);
  return { kind: 'failed', reason: 'status', status, message: `${host} answered with status ${String(status)}.`, temporary };
}

/** The server took longer than it was given. */
export function explainTimeout(host: string, timeoutMs: number): FetchFailed {
  const message = `${host} took longer than ${String(timeoutMs / 1000)} s.`;
  return { kind: 'failed', reason: 'timeout', message, temporary: true };
}

/** No answer came, or it broke off. */
export function explainError(host: string, error: unknown): FetchFailed | FetchRefused {
  if (error instanceof PrivateAddressError) {
    return { kind: 'refused', reason: 'private_address', message: `${host} does not lead to a public address.` };
  }
  const code = codeOf(error);
  if (TIMEOUT_CODES.has(code)) {
    return { kind: 'failed', reason: 'timeout', message: `${host} took too long to accept a connection.`, temporary: true };
  }
  const words = TROUBLES.find((trouble) => trouble.code.test(code))?.words ?? `could not be talked to (${code})`;
  return { kind: 'failed', reason: 'network', message: `${host} ${words}.`, temporary: true };
}

/** The code of an error of Node.js or undici. Never its message, which may hold what the server sent. */
function codeOf(error: unknown): string {
  // By its name, as undici is not loaded for the sake of it; its code may be missing.
  if (error instanceof Error && error.name === 'HTTPParserError') return 'HPE_INVALID';
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'no code';
}
