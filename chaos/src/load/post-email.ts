/** A request to the API as a client makes it. */
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

/** The outcome of a request. */
export type Answer =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: unknown }
  /** The connection was refused, so nothing was sent. */
  | { readonly kind: 'not_sent' }
  /** Unknown whether the API received it. */
  | { readonly kind: 'no_answer' };

/** The connections of a client. */
export type Connections = Agent;

/** Creates a pool of keep-alive connections. */
export const openConnections = (): Connections => new Agent({ keepAlive: true });

const LIMIT_MS = 30_000;

/** Sends `body` as JSON with POST, or GET without a body. Never rejects. */
export function callApi(
  connections: Connections,
  url: string,
  { headers = {}, body }: { readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown },
): Promise<Answer> {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve) => {
    const call = request(url, {
      method: payload === undefined ? 'GET' : 'POST',
      agent: connections,
      timeout: LIMIT_MS,
      headers: {
        ...headers,
        ...(payload !== undefined && {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(payload)),
        }),
      },
    });
    call.on('timeout', () => call.destroy());
    call.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ kind: error.code === 'ECONNREFUSED' ? 'not_sent' : 'no_answer' }),
    );
    call.on('response', (response) => {
      text(response)
        .then((read) =>
          resolve({ kind: 'answered', status: response.statusCode ?? 0, headers: response.headers, body: parse(read) }),
        )
        // The response was cut off: the status is known, but the client has no id.
        .catch(() => resolve({ kind: 'no_answer' }));
    });
    call.end(payload);
  });
}

function parse(read: string): unknown {
  try {
    return JSON.parse(read);
  } catch {
    return null;
  }
}
