import type { DeliveryPhase, ReplyReason } from '@sendoff/core';

/** One rule. Everything it names must fit. */
export interface ReplyRule {
  /** Real replies that prompted the rule, or the codes it reads. It decides each of them: a test holds it to that. */
  readonly replies: readonly string[];
  /** Matched against the reply code. */
  readonly code: RegExp;
  readonly phases?: readonly DeliveryPhase[];
  /** Matched against the enhanced status code, or the empty text where there is none. */
  readonly enhanced?: RegExp;
  /** Matched against the text, with its lines joined by spaces, and `@` in the place of every address. */
  readonly text?: RegExp;
  readonly verdict: 'deferred' | 'bounced' | 'relay_error';
  readonly reason: ReplyReason;
  readonly suppress?: true;
}
