/**
 * The sandbox: what is simulated and never delivered. All mail of a test key is, and so is mail to the test addresses, whose
 * local part says what to simulate.
 */
import { SANDBOX_RELAY, sandboxRole, type Answered, type RecipientOutcome } from '@sendoff/core';

/** What is simulated for each of the test addresses. Feedback comes after the relay has accepted an email. */
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
} as const satisfies Record<string, Omit<RecipientOutcome, 'address'>>;

/** The outcome of a simulated delivery: for the test addresses what they stand for, for any other address `delivered`. */
export const simulate = (recipients: readonly string[]): Answered => ({
  kind: 'answered',
  relay: SANDBOX_RELAY,
  remoteAddress: null,
  tlsVersion: null,
  phase: 'final_reply',
  providerMessageId: null,
  skippedRelays: [],
  recipients: recipients.map((address) => ({ address, ...ROLES[sandboxRole(address) ?? 'delivered'] })),
});
