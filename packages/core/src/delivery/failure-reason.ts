/** Why a reply refused something. docs/replies.md explains each. */
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

/** The relay lacks an extension without which it cannot be given the message. */
export type UnsupportedReason = 'smtputf8_needed' | '8bitmime_needed';

/** Why a relay could not be used. */
export type RelayErrorReason =
  | ReplyReason
  | 'dns'
  | 'connection_refused'
  | 'unreachable'
  | 'connection_lost'
  | 'timeout'
  | 'certificate'
  | 'protocol'
  | LocalReason
  /** A recipient's domain holds all the connections that it may, and does not answer. */
  | 'slow_receiver'
  | UnsupportedReason;

/** Sendoff itself did not use the relay; the relay is not to blame. */
export type LocalReason =
  /** The process stops, or the delivery was aborted. */
  | 'interrupted'
  /** Every connection that the message may have is in use. */
  | 'busy'
  /** The configured rate limit of the relay is reached. */
  | 'at_rate_limit';

const LOCAL_REASONS: readonly RelayErrorReason[] = ['interrupted', 'busy', 'at_rate_limit'] satisfies LocalReason[];

/** Whether a reason is Sendoff's own. */
export const isLocalReason = (reason: RelayErrorReason): boolean => LOCAL_REASONS.includes(reason);

/** Reasons why a relay was not used that say nothing about the relay itself: Sendoff's own, and a recipient's domain. */
export const REASONS_BESIDE_RELAY: readonly RelayErrorReason[] = [...LOCAL_REASONS, 'slow_receiver'];

/** Whether the relay works, and only lacks an extension. */
export const isUnsupportedReason = (reason: RelayErrorReason): boolean =>
  (['smtputf8_needed', '8bitmime_needed'] satisfies UnsupportedReason[] as readonly RelayErrorReason[]).includes(reason);
