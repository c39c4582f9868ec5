/** The API client of the dashboard: authenticates with the session cookie and takes its types from the OpenAPI document. */
import createClient from 'openapi-fetch';
import type { paths } from './schema.ts';

/** Timeout of GET requests in milliseconds. Other methods may upload files, so they have no timeout. */
const ANSWER_WITHIN_MS = 15_000;

/** A typed method for every operation of the API. */
export const api = createClient<paths>({
  baseUrl: '',
  fetch: (request) => fetch(request, request.method === 'GET' ? { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) } : {}),
});

/** An error response of the API. Its message can be shown to the user. */
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
 * The data of a response.
 *
 * @throws {ApiError} for an error response
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
