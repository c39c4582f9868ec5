import type { ApiAccess } from './api-client.ts';

/** A raw request. */
export interface RawRequest {
  readonly method?: string;
  /** Includes the query. */
  readonly path: string;
  /** A string is sent unchanged, anything else as JSON. */
  readonly body?: unknown;
  /** Additional or replaced headers; undefined removes one. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** A response; every response has a JSON body. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Sends a request with plain fetch, with the JSON content type for every method, as SDKs do. */
export async function callApi({ url, key }: ApiAccess, request: RawRequest): Promise<RawAnswer> {
  const { method = 'GET', path, body } = request;
  const headers: RawRequest['headers'] = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    ...request.headers,
  };
  const response = await fetch(`${url}${path}`, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
