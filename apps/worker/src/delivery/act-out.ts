/** Test mail is acted out: it never leaves the machine. */
import type { AnsweredReport } from '@sendoff/mail';

/** What a relay would have said had it taken every recipient. */
export function actOut(recipients: readonly string[]): AnsweredReport {
  return {
    kind: 'answered',
    relay: 'test',
    remoteAddress: null,
    tlsVersion: null,
    phase: 'final_reply',
    tried: [],
    recipients: recipients.map((address) => ({ address, verdict: 'sent', reply: null, reason: 'accepted', suppress: false })),
  };
}
