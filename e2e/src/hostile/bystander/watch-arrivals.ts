import type { ScriptedRelay } from '@sendoff/testkit';

/** The messages at the relay. */
export interface Arrivals {
  /** The arrival times of messages to this recipient, in milliseconds since 1970. */
  readonly of: (recipient: string) => readonly number[];
  /** The number of messages to any recipient. */
  readonly count: () => number;
}

/** Reads each message only once, regardless of the number of calls. */
export function watchArrivals({ received }: Pick<ScriptedRelay, 'received'>): Arrivals {
  const times = new Map<string, number[]>();
  let seen = 0;
  const look = (): void => {
    for (; seen < received.length; seen += 1) {
      const message = received[seen];
      for (const recipient of message?.envelope.to ?? []) {
        times.set(recipient, [...(times.get(recipient) ?? []), message?.at ?? Number.NaN]);
      }
    }
  };
  return {
    of: (recipient) => {
      look();
      return times.get(recipient) ?? [];
    },
    count: () => received.length,
  };
}
