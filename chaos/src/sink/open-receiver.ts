/** A webhook endpoint in this process that records requests and responds as configured. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request that was received. */
export interface ReceivedEvent {
  /** The same in every retry. */
  readonly id: string;
  readonly type: string;
  readonly emailId: string;
}

/** A running receiver. */
export interface Receiver {
  readonly url: string;
  /** The events accepted with a 2xx response, including repeats. */
  readonly taken: readonly ReceivedEvent[];
  /** Refuses new connections and closes the open ones. */
  readonly hide: () => Promise<void>;
  /** Listens again on the same port. */
  readonly show: () => Promise<void>;
}

/** Responds to a request; `nth` counts the requests with this id, from 1. Returns whether the event was accepted. */
export type Manners = (response: ServerResponse, nth: number) => boolean;

/** Starts a receiver. */
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
