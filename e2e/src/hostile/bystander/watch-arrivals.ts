import type { ScriptedRelay } from '@sendoff/testkit';

/** What has reached the relay. */
export interface Arrivals {
  /** When messages to this recipient arrived, in milliseconds since 1970. */
  readonly of: (recipient: string) => readonly number[];
  /** Messages to anybody. */
  readonly count: () => number;
}

/** Looks at each message once, however often it is asked. */
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
