/**
 * The sandbox: what is simulated and never delivered. All mail of a test key is, and so is mail to the test addresses,
 * whose local part says what becomes of it.
 */
import { sandboxRole, type SandboxRole } from '@sendoff/core';
import type { AnsweredReport } from '@sendoff/mail';
import type { HandledRecipient, Widened } from './attempt-end.ts';

/** What the ledger names in place of a relay. */
export const SANDBOX_RELAY = 'test';

/** What is simulated for each of the test addresses. Feedback comes after the relay has taken an email. */
const ROLES = {
  delivered: {
    verdict: 'sent',
    reason: 'accepted',
    reply: { code: 250, enhancedCode: '2.0.0', text: '2.0.0 Simulated: delivered' },
    feedback: ['delivered'],
  },
  complained: {
    verdict: 'sent',
    reason: 'accepted',
    reply: { code: 250, enhancedCode: '2.0.0', text: '2.0.0 Simulated: delivered, and reported as spam' },
    feedback: ['delivered', 'complained'],
  },
  bounced: {
    verdict: 'bounced',
    reason: 'unknown_user',
    reply: { code: 550, enhancedCode: '5.1.1', text: '5.1.1 Simulated: no such mailbox' },
  },
  suppressed: { verdict: 'suppressed', reason: 'suppressed', reply: null },
} as const satisfies Record<SandboxRole, Omit<HandledRecipient, 'address'>>;

/** What a relay would have said: for the test addresses what they are for, for any other that it was delivered. */
export function actOut(recipients: readonly string[]): Widened<AnsweredReport> {
  return {
    kind: 'answered',
    relay: SANDBOX_RELAY,
    remoteAddress: null,
    tlsVersion: null,
    phase: 'final_reply',
    passedOver: [],
    recipients: recipients.map((address) => ({ address, ...ROLES[sandboxRole(address) ?? 'delivered'] })),
  };
}
