import { SendoffError } from '@sendoff/config';
import type { SMTPServerDataStream } from 'smtp-server';
import { gatherOctets } from './gather-octets.ts';

/** Octets of messages that are held in memory at once. */
export interface MemoryBudget {
  /** @returns false when there is no room for so many more. */
  readonly take: (octets: number) => boolean;
  readonly giveBack: (octets: number) => void;
}

/** Opens a budget of so many octets. */
export function openMemoryBudget(most: number): MemoryBudget {
  let used = 0;
  return {
    take: (octets) => {
      if (used + octets > most) return false;
      used += octets;
      return true;
    },
    giveBack: (octets) => void (used -= octets),
  };
}

/** Why there is no message: its client went away. */
export class BrokenOff extends Error {}

/** A message, until `release` is called. */
export interface ReceivedData {
  readonly message: Buffer<ArrayBuffer>;
  readonly release: () => void;
}

/**
 * Reads a message to its end. One that is too large, or for which there is no memory, is read to its end too, and
 * forgotten: RFC 5321 has no way to interrupt it.
 *
 * @throws {SendoffError} for such a message.
 * @throws {BrokenOff} when the connection ends before the message does: then there is none.
 */
export async function receiveData(
  stream: SMTPServerDataStream,
  { limit, budget }: { readonly limit: number; readonly budget: MemoryBudget },
): Promise<ReceivedData> {
  const octets = gatherOctets();
  let taken = 0;
  let refusal: SendoffError | undefined;
  const forget = (): void => {
    budget.giveBack(taken);
    taken = 0;
    octets.forget();
  };
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (refusal !== undefined) continue;
      if (taken + chunk.length > limit) refusal = new SendoffError('message_too_large');
      else if (!budget.take(chunk.length)) refusal = new SendoffError('overloaded');
      if (refusal === undefined) {
        octets.add(chunk);
        taken += chunk.length;
      } else {
        forget();
      }
    }
  } catch (error) {
    forget();
    throw new BrokenOff('The connection ended before the message', { cause: error });
  }
  if (refusal !== undefined) throw refusal;
  return { message: octets.join(), release: forget };
}
