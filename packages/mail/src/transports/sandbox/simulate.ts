/**
 * The sandbox simulates mail that is never delivered: all mail of test keys, and mail to the test addresses, whose local part
 * selects the result.
 */
import { SANDBOX_RELAY, sandboxRole, type Answered, type RecipientOutcome } from '@sendoff/core';

/** The simulated result of each test address. Feedback follows after the email was accepted. */
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

/** The outcome of a simulated delivery: that of the test address, or `delivered` for any other address. */
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
