/** The API as the page calls it: by the session's cookie, with the types of the OpenAPI document. */
import createClient from 'openapi-fetch';
import type { paths } from './schema.ts';

/** Milliseconds after which a question counts as not answered. Anything else may carry files, and takes as long as it takes. */
const ANSWER_WITHIN_MS = 15_000;

/** Every operation, by its method and path. */
export const api = createClient<paths>({
  baseUrl: '',
  fetch: (request) => fetch(request, request.method === 'GET' ? { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) } : {}),
});

/** What the API answered instead of what was asked for; its message is written for people. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }
}

/** What a call of `api` resolves to. */
interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What was asked for.
 *
 * @throws {ApiError}
 */
export async function answer<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (response.ok && data !== undefined) return data;
  throw new ApiError(response.status, messageOf(error) ?? `${String(response.status)} ${response.statusText}`);
}

function messageOf(error: unknown): string | undefined {
  const { message } = (typeof error === 'object' && error !== null ? error : {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : undefined;
}
