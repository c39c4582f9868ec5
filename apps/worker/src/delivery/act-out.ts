/**
 * Mail that is acted out: it never leaves the machine.
 *
 * All mail of a test key is, and so is mail to the test addresses, whose local part says what is to
 * become of it: `delivered@`, `bounced@`, `complained@` and `suppressed@resend.dev`, also with a
 * `+label`.
 */
import type { AnsweredReport } from '@sendoff/mail';
import type { HandledRecipient, Widened } from './attempt-end.ts';

/** What each of the test addresses acts out. Feedback comes after the relay has taken an email. */
const ROLES = {
  delivered: {
    verdict: 'sent',
    reason: 'accepted',
    reply: { code: 250, enhancedCode: '2.0.0', text: '2.0.0 Acted out: delivered' },
    feedback: ['delivered'],
  },
  complained: {
    verdict: 'sent',
    reason: 'accepted',
    reply: { code: 250, enhancedCode: '2.0.0', text: '2.0.0 Acted out: delivered, and complained about' },
    feedback: ['delivered', 'complained'],
  },
  bounced: {
    verdict: 'bounced',
    reason: 'unknown_user',
    reply: { code: 550, enhancedCode: '5.1.1', text: '5.1.1 Acted out: no such mailbox' },
  },
  suppressed: { verdict: 'suppressed', reason: 'suppressed', reply: null },
} as const satisfies Record<string, Omit<HandledRecipient, 'address'>>;

const PATTERN = /^(delivered|complained|bounced|suppressed)(|\+[^@]*)@resend\.dev$/;

/** The test addresses, for lower case, as both JavaScript and PostgreSQL read it. */
export const TEST_ADDRESSES = PATTERN.source;

/** What the local part of a test address says; undefined for any other address. */
function roleOf(address: string): keyof typeof ROLES | undefined {
  return PATTERN.exec(address.toLowerCase())?.[1] as keyof typeof ROLES | undefined;
}

/** Whether mail to this address is acted out whoever sends it. */
export const isTestAddress = (address: string): boolean => roleOf(address) !== undefined;

/** What a relay would have said: for the test addresses what they are for, for any other that it was delivered. */
export function actOut(recipients: readonly string[]): Widened<AnsweredReport> {
  return {
    kind: 'answered',
    relay: 'test',
    remoteAddress: null,
    tlsVersion: null,
    phase: 'final_reply',
    passedOver: [],
    recipients: recipients.map((address) => ({ address, ...ROLES[roleOf(address) ?? 'delivered'] })),
  };
}
