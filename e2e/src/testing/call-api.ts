import type { ApiAccess } from './api-client.ts';

/** A request as it goes over the wire. */
export interface RawRequest {
  readonly method?: string;
  /** With the query. */
  readonly path: string;
  /** Sent as it is when it is a string, otherwise as JSON. */
  readonly body?: unknown;
  /** Beside or in place of the usual ones; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** An answer; every one of them has a body in JSON. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** One request by plain fetch, with the JSON content type on every method, as SDKs send it. */
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
