/** Many small emails, and what is to become of them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { submitEmail } from './api-client.ts';
import { arrivalOf, countArrivals } from './count-arrivals.ts';
import type { Stack } from './start-stack.ts';
import { waitUntil } from './wait-until.ts';

const SENDER_DOMAIN = 'orders.example';

/** Connections over which the emails come in. */
const CLIENTS = 8;

/** An email that the API has answered with 2xx. */
export interface AcceptedEmail {
  readonly id: string;
  readonly recipient: string;
}

/**
 * Submits `count` emails, several at a time, until all are in or the API is gone.
 *
 * @returns those that were accepted; the list fills while this goes on.
 */
export function submitMany({ api }: Stack, count: number): { accepted: AcceptedEmail[]; done: Promise<void> } {
  const accepted: AcceptedEmail[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < count) {
      const n = (next += 1);
      const recipient = `customer-${String(n)}@example.com`;
      const id = await submitEmail(api, {
        from: `Order desk <desk@${SENDER_DOMAIN}>`,
        to: recipient,
        subject: `Order ${String(n)} is on its way`,
        text: `Parcel ${String(n)} has left the warehouse.`,
      });
      accepted.push({ id, recipient });
    }
  };
  const clients = Array.from({ length: CLIENTS }, client);
  return { accepted, done: Promise.all(clients).then(() => undefined) };
}

/** Resolves when each of the emails has reached its recipient; throws an Error that counts what is missing. */
export async function waitForAll({ relay }: Stack, accepted: readonly AcceptedEmail[], limitMs: number): Promise<void> {
  const missing = (): string[] => {
    const arrivals = countArrivals(relay.received);
    return accepted.map(arrivalExpected).filter((arrival) => !arrivals.has(arrival));
  };
  await waitUntil('all accepted emails at the relay', limitMs, () => missing().length === 0).catch((error: unknown) => {
    const examples = missing().slice(0, 3).join(', ');
    throw new Error(`${String(missing().length)} of ${String(accepted.length)} are missing, such as ${examples}`, {
      cause: error,
    });
  });
}

/** An email has the Message-ID that its id and its sender's domain make, in every attempt. */
export const arrivalExpected = ({ id, recipient }: AcceptedEmail): string => arrivalOf(recipient, `<${id}@${SENDER_DOMAIN}>`);

/** A relay that takes its time over each message, so that some are under way at any moment. */
export const slowRelay = (milliseconds: number) => ({
  end: async () => {
    await sleep(milliseconds);
    return undefined;
  },
});
