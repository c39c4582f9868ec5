import { SendoffError } from '@sendoff/core';
import type { SMTPServerDataStream } from 'smtp-server';
import type { MessagePace } from './limits.ts';

/** The client disconnected before the end of its message. */
export class ConnectionAborted extends Error {}

/** How often the pace of a message is checked, in milliseconds. */
const LOOK_EVERY_MS = 1000;

/**
 * Passes the chunks of a message to `take`, one after the other, until the message ends.
 *
 * @throws {SendoffError} `message_not_ended` for a message that is too slow or too long. Its stream is destroyed, and the
 *   connection must be closed.
 * @throws {ConnectionAborted} when the connection ends before the message does.
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
    // Data that waits here to be read is not the client's fault.
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
