import { SendoffError } from '@sendoff/core';
import type { SMTPServerDataStream } from 'smtp-server';
import { gatherOctets } from './gather-octets.ts';
import type { MessagePace } from './limits.ts';
import type { MessageCharge } from './message-budget.ts';
import { readInTime } from './read-in-time.ts';

/** A message in memory, until `release` is called. */
export interface ReceivedData {
  readonly message: Buffer<ArrayBuffer>;
  readonly release: () => void;
}

/**
 * Reads a message to its end and charges its memory as it arrives. A message that is too large, or for which there is no memory,
 * is read to its end and discarded, because SMTP cannot interrupt it (RFC 5321).
 *
 * @throws {SendoffError} for such a message.
 * @throws what `readInTime` throws. On every error, its memory is released.
 */
export async function receiveData(
  stream: SMTPServerDataStream,
  { limit, charge, pace }: { readonly limit: number; readonly charge: MessageCharge; readonly pace: MessagePace },
): Promise<ReceivedData> {
  const octets = gatherOctets();
  let refusal: SendoffError | undefined;
  const forget = (): void => {
    charge.release();
    octets.forget();
  };
  try {
    await readInTime(stream, pace, async (chunk) => {
      await charge.turn(chunk.length);
      if (refusal !== undefined) return;
      if (octets.count() + chunk.length > limit) refusal = new SendoffError('message_too_large');
      else if (!charge.take(chunk.length)) refusal = new SendoffError('overloaded');
      if (refusal === undefined) octets.add(chunk);
      else forget();
    });
  } catch (error) {
    forget();
    throw error;
  }
  if (refusal !== undefined) throw refusal;
  return { message: octets.join(), release: forget };
}
