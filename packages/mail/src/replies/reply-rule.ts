import type { DeliveryPhase } from './delivery-phase.ts';

/** Why a reply refused something. */
export type ReplyReason =
  | 'authentication'
  | 'tls'
  | 'relay_denied'
  | 'helo_refused'
  | 'account_refused'
  | 'service_closing'
  | 'relay_failure'
  | 'unknown_user'
  | 'mailbox_disabled'
  | 'unknown_domain'
  | 'recipient_moved'
  | 'mailbox_full'
  | 'greylisted'
  | 'rate_limited'
  | 'spam'
  | 'blocked'
  | 'policy'
  | 'sender_authentication'
  | 'sender_refused'
  | 'message_too_large'
  | 'too_many_recipients'
  | 'routing'
  | 'smtputf8_needed'
  | 'temporary'
  | 'permanent';

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
  readonly verdict: 'deferred' | 'bounced' | 'relay_trouble';
  readonly reason: ReplyReason;
  readonly suppress?: true;
}
