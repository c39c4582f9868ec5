/** Server-sent events: the current state, sent to every open dashboard. */
import { PassThrough } from 'node:stream';
import { openFairBudget, type Logger } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';
import type { FastifyInstance } from 'fastify';

/** Streams open at once in one process; one key can have two thirds of them. */
const MAX_STREAMS = 200;
/** Bytes that a client can leave unread before its stream is closed. */
const MAX_UNREAD_BYTES = 256 * 1024;

/** What is sent, and how often in milliseconds. */
interface LiveParts {
  readonly app: FastifyInstance;
  readonly read: () => Promise<unknown>;
  readonly everyMs: number;
  readonly logger: Logger;
}

/** Opens streams. */
export interface LiveStreams {
  /**
   * @param key the API key that the stream is charged to.
   * @param isWelcome is called before each event; the stream ends when it resolves to false.
   * @throws {SendoffError} when the key, or the process, has too many streams.
   */
  open(key: string, isWelcome: () => Promise<boolean>): PassThrough;
}

/** Reads once for all streams, while any is open. Ends every stream when `app` closes. */
export function openLiveStreams({ app, read, everyMs, logger }: LiveParts): LiveStreams {
  const streams = new Map<PassThrough, () => Promise<boolean>>();
  const budget = openFairBudget(MAX_STREAMS, { resource: 'live_streams' });
  let timer: NodeJS.Timeout | undefined;
  let telling = false;
  let closed = false;

  const tell = async (stream: PassThrough, event: string): Promise<void> => {
    const isWelcome = streams.get(stream);
    if (isWelcome === undefined) return;
    // A stream whose client does not read would never end by itself.
    if (stream.writableLength > MAX_UNREAD_BYTES) stream.destroy();
    else if (!(await isWelcome())) stream.end();
    else stream.write(event);
  };
  const tellAll = async (): Promise<void> => {
    // A stream that is opened meanwhile gets this event or the next one.
    if (telling || closed) return;
    telling = true;
    try {
      const event = `event: now\ndata: ${JSON.stringify(await read())}\n\n`;
      await Promise.all([...streams.keys()].map((stream) => tell(stream, event)));
    } catch (error) {
      // Clients keep showing the last event.
      logger.debug({ err: error }, 'the overview could not be read');
    }
    telling = false;
    clearTimeout(timer);
    if (streams.size > 0) timer = setTimeout(() => void tellAll(), everyMs).unref();
  };

  app.addHook('preClose', (done) => {
    closed = true;
    clearTimeout(timer);
    for (const stream of streams.keys()) {
      if (stream.writableLength > 0) stream.destroy();
      else stream.end();
    }
    done();
  });
  return {
    open: (key, isWelcome) => {
      if (!budget.take(key, 1)) throw new SendoffError('overloaded');
      const stream = new PassThrough();
      streams.set(stream, isWelcome);
      stream.once('close', () => {
        streams.delete(stream);
        budget.giveBack(key, 1);
      });
      stream.write('retry: 2000\n\n');
      void tellAll();
      return stream;
    },
  };
}
