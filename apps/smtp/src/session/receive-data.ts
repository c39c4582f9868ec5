import { SendoffError } from '@sendoff/core';
import type { SMTPServerDataStream } from 'smtp-server';
import { gatherOctets } from './gather-octets.ts';
import type { MessagePace } from './limits.ts';
import type { MessageCharge } from './message-budget.ts';
import { readInTime } from './read-in-time.ts';

/** A message, until `release` is called. */
export interface ReceivedData {
  readonly message: Buffer<ArrayBuffer>;
  readonly release: () => void;
}

/**
 * Reads a message to its end, and charges it as it comes. One that is too large, or for which there is no memory, is read to its
 * end too, and forgotten: RFC 5321 has no way to interrupt it.
 *
 * @throws {SendoffError} for such a message.
 * @throws what `readInTime` throws. Nothing is charged any more then.
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
