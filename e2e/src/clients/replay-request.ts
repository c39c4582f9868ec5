import { once } from 'node:events';
import { request as open, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { fillIn, type Values } from './placeholders.ts';
import type { RecordedRequest } from './recordings.ts';

/** A response of the API. */
export interface ReplayedAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/**
 * Sends a recorded request with its own headers, in their order and spelling, and its original body. It does not use fetch, which
 * adds headers and rejects a GET with a body, as some clients send it.
 */
export async function replayRequest(url: string, recorded: RecordedRequest, values: Values): Promise<ReplayedAnswer> {
  const { method, headers, body } = recorded;
  const content = body === undefined ? undefined : Buffer.from(fillIn(body, values));
  const chunked = headers.some(([name]) => name.toLowerCase() === 'transfer-encoding');
  const request = open(`${url}${fillIn(recorded.path, values)}`, {
    method,
    agent: false,
    headers: [
      ['Host', new URL(url).host],
      ...headers.map(([name, value]) => [name, fillIn(value, values)]),
      ...(content === undefined || chunked ? [] : [['Content-Length', String(content.length)]]),
    ].flat(),
  });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  request.end(content);
  const [response] = await answered;
  return { status: response.statusCode ?? 0, headers: response.headers, body: await json(response) };
}
