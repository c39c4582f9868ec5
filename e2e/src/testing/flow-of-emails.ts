/** Submits many small emails and checks their arrival. */
import { setTimeout as sleep } from 'node:timers/promises';
import { submitEmail } from './api-client.ts';
import { arrivalOf, countArrivals } from './count-arrivals.ts';
import type { Stack } from './start-stack.ts';
import { waitUntil } from './wait-until.ts';

const SENDER_DOMAIN = 'orders.example';

/** Connections used for submitting. */
const CLIENTS = 8;

/** An email for which the API responded with 2xx. */
export interface AcceptedEmail {
  readonly id: string;
  readonly recipient: string;
}

/**
 * Submits `count` emails, several in parallel, until all are accepted or the API is gone.
 *
 * @returns the accepted emails; the list grows meanwhile
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

/** Resolves when every email has reached its recipient; throws an Error with the number of missing ones. */
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

/** The Message-ID is derived from the id of the email and the sender's domain, and is the same in every attempt. */
export const arrivalExpected = ({ id, recipient }: AcceptedEmail): string => arrivalOf(recipient, `<${id}@${SENDER_DOMAIN}>`);

/** A relay with a delay for each message, so that some are always in progress. */
export const slowRelay = (milliseconds: number) => ({
  end: async () => {
    await sleep(milliseconds);
    return undefined;
  },
});
