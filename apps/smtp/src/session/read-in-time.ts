import { SendoffError } from '@sendoff/core';
import type { SMTPServerDataStream } from 'smtp-server';
import type { MessagePace } from './limits.ts';

/** Why there is no message: its client went away. */
export class ConnectionAborted extends Error {}

/** How often a message is looked at, in milliseconds. */
const LOOK_EVERY_MS = 1000;

/**
 * Hands over the chunks of a message until it ends, one after the other.
 *
 * @throws {SendoffError} `message_not_ended` for one that comes too slowly or does not end. Its stream is destroyed then, and
 *   the connection is of no use any more.
 * @throws {ConnectionAborted} when the connection ends before the message does: then there is none.
 */
export async function readInTime(
  stream: SMTPServerDataStream,
  { graceMs, minBytesPerSecond, timeoutMs, maxBytes }: MessagePace,
  take: (chunk: Buffer) => Promise<void> | void,
): Promise<void> {
  const begun = performance.now();
  let received = 0;
  const look = (): void => {
    const elapsed = performance.now() - begun;
    // What waits here to be read is no fault of the client.
    const isSlow = elapsed > graceMs + (1000 * received) / minBytesPerSecond && stream.readableLength === 0;
    if (isSlow || elapsed > timeoutMs) stream.destroy(new SendoffError('message_not_ended'));
    else timer = setTimeout(look, LOOK_EVERY_MS).unref();
  };
  let timer = setTimeout(look, Math.min(graceMs, timeoutMs)).unref();
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      received += chunk.length;
      if (received > maxBytes) throw new SendoffError('message_not_ended');
      await take(chunk);
    }
  } catch (error) {
    if (error instanceof SendoffError) throw error;
    throw new ConnectionAborted('The connection ended before the message', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
