import type { DeliveryPhase, ReplyReason, SmtpReply } from '@sendoff/core';
import type { ReplyRule } from './reply-rule.ts';
import { REPLY_RULES } from './reply-rules.ts';

/** What a refusal means. */
export interface Classification {
  /** `relay_error`: the reply is about us and the relay, not about this message or recipient. */
  readonly verdict: 'deferred' | 'bounced' | 'relay_error';
  readonly reason: ReplyReason;
  /** Whether the recipient itself is at fault for good: true only for a bounce that says so. */
  readonly suppress: boolean;
}

/** An address, by the lengths of RFC 5321 section 4.5.3.1; the limits also keep the search short. */
const ADDRESS = /[^\s<>()[\]"',;:]{1,64}@[^\s<>()[\]"',;:]{1,255}/g;

/**
 * What a refusal with a 4xx or 5xx code means, by the first rule of {@link REPLY_RULES} that fits.
 * Throws a RangeError for any other code, which refuses nothing.
 */
export function classifyReply(reply: SmtpReply, phase: DeliveryPhase): Classification {
  const rule = findRule(reply, phase);
  if (rule === undefined) throw new RangeError(`Reply code ${String(reply.code)} is not a refusal`);
  return { verdict: rule.verdict, reason: rule.reason, suppress: rule.suppress ?? false };
}

/** The first rule of the table that fits. */
export function findRule(reply: SmtpReply, phase: DeliveryPhase): ReplyRule | undefined {
  // The words in an address are its owner's: `<spam@example.com>: User unknown` is not about spam.
  const text = reply.text.replaceAll('\n', ' ').replaceAll(ADDRESS, '@');
  return REPLY_RULES.find(
    (rule) =>
      rule.code.test(String(reply.code)) &&
      (rule.phases?.includes(phase) ?? true) &&
      (rule.enhanced?.test(reply.enhancedCode ?? '') ?? true) &&
      (rule.text?.test(text) ?? true),
  );
}
