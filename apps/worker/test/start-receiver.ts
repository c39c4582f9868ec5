/** An endpoint for webhooks. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { releaseLater } from './create-world.ts';

/** What came in. */
export interface ReceivedEvent {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly type: string;
  readonly at: number;
}

/** A receiver, closed after the test. */
export interface Receiver {
  readonly url: string;
  readonly events: readonly ReceivedEvent[];
}

/** Starts one that answers as `answer` does; `nth` counts what has come in, from 1. */
export async function startReceiver(answer: (response: ServerResponse, nth: number) => void): Promise<Receiver> {
  const events: ReceivedEvent[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const { type } = JSON.parse(body) as { readonly type: string };
      events.push({ headers: request.headers, body, type, at: Date.now() });
      answer(response, events.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  releaseLater(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`, events };
}
