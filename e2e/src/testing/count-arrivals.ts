/** Counts received messages by message and recipient. */
import type { ReceivedMessage } from '@sendoff/testkit';

/** The number of deliveries by `recipient <Message-ID>`. */
export function countArrivals(received: readonly ReceivedMessage[]): Map<string, number> {
  const arrivals = new Map<string, number>();
  for (const { envelope, raw } of received) {
    const messageId = /^Message-ID: (<.+>)\r$/m.exec(raw.toString('latin1'))?.[1] ?? 'without Message-ID';
    for (const recipient of envelope.to) {
      const arrival = arrivalOf(recipient, messageId);
      arrivals.set(arrival, (arrivals.get(arrival) ?? 0) + 1);
    }
  }
  return arrivals;
}

/** The key of a message and recipient. */
export const arrivalOf = (recipient: string, messageId: string): string => `${recipient} ${messageId}`;
