import type { ReceivedMessage } from '@sendoff/testkit';
import { readEmail, type EmailOnTheWire } from './api-client.ts';
import { callApi } from './call-api.ts';
import type { Stack } from './start-stack.ts';
import { waitUntil } from './wait-until.ts';

const LIMIT_MS = 30_000;

/** Statuses that change only by a user's action. */
const FINAL = ['sent', 'bounced', 'failed', 'suppressed', 'canceled'];

/** The email once it has this `status`; throws an Error with its current status if it cannot reach it or after half a minute. */
export async function waitForStatus({ api }: Pick<Stack, 'api'>, id: string, status: string): Promise<EmailOnTheWire> {
  let last = 'unknown';
  return waitUntil(`email ${id} being ${status}`, LIMIT_MS, async () => {
    const email = await readEmail(api, id);
    last = email.status;
    if (email.status === status) return email;
    if (FINAL.includes(email.status)) throw new Error('This status is final.');
    return false;
  }).catch(async (error: unknown) => {
    const { body } = await callApi(api, { path: `/emails/${id}/attempts` });
    throw new Error(`Email ${id} should be ${status} and is ${last}. Its attempts: ${JSON.stringify(body)}`, { cause: error });
  });
}

/** The messages of this email at the relay. */
export const arrivalsOf = (
  { relay }: Pick<Stack, 'relay'>,
  { message_id }: Pick<EmailOnTheWire, 'message_id'>,
): ReceivedMessage[] => relay.received.filter(({ raw }) => raw.includes(`Message-ID: ${message_id}\r\n`));

/** The email once it is sent, with its message; throws an Error unless exactly one arrived. */
export async function waitForArrival(stack: Stack, id: string): Promise<{ email: EmailOnTheWire; received: ReceivedMessage }> {
  const email = await waitForStatus(stack, id, 'sent');
  const [received, ...more] = arrivalsOf(stack, email);
  if (received === undefined || more.length > 0) {
    throw new Error(
      `Email ${id} should have arrived once, and did ${String(received === undefined ? 0 : more.length + 1)} times`,
    );
  }
  return { email, received };
}
