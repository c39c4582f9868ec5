/** An endpoint for webhooks, in this process: it notes what comes and answers as it is told. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What came in. */
export interface ReceivedEvent {
  /** The same in every repeat. */
  readonly id: string;
  readonly type: string;
  readonly emailId: string;
}

/** A receiver. */
export interface Receiver {
  readonly url: string;
  /** What was answered with success, every repeat of it. */
  readonly taken: readonly ReceivedEvent[];
  /** Refuses connections from now on, and breaks off those there are. */
  readonly hide: () => Promise<void>;
  /** Listens again, at the same port. */
  readonly show: () => Promise<void>;
}

/** Answers a request; `nth` counts the requests with this id, from 1. Returns whether it took the event. */
export type Manners = (response: ServerResponse, nth: number) => boolean;

/** Opens one that listens. */
export async function openReceiver(answer: Manners): Promise<Receiver> {
  const taken: ReceivedEvent[] = [];
  const seen = new Map<string, number>();
  let server: Server | undefined;

  const listen = async (port: number): Promise<number> => {
    const opened = createServer((request, response) => {
      void text(request).then(
        (body) => {
          const id = String(request.headers['webhook-id']);
          const nth = (seen.get(id) ?? 0) + 1;
          seen.set(id, nth);
          const { type, data } = JSON.parse(body) as { type: string; data: { email_id: string } };
          if (answer(response, nth)) taken.push({ id, type, emailId: data.email_id });
        },
        () => undefined,
      );
    });
    server = opened;
    await new Promise<void>((resolve, reject) => opened.once('error', reject).listen(port, '127.0.0.1', resolve));
    return (opened.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    url: `http://127.0.0.1:${String(port)}/hook`,
    taken,
    hide: async () => {
      const hidden = server;
      server = undefined;
      const closed = new Promise((resolve) => (hidden === undefined ? resolve(undefined) : hidden.close(resolve)));
      hidden?.closeAllConnections();
      await closed;
    },
    show: async () => {
      await listen(port);
    },
  };
}
