/** The results of parsing bounces, complaints and replies. */

/** The `Action` field of a DSN (RFC 3464 section 2.3.3). */
export type DeliveryAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What a report says about one recipient. */
export interface RecipientReport {
  /**
   * The addresses of the recipient, in lower case and with an ASCII domain: first the one that failed, then the one that the
   * email was sent to before it was forwarded. Empty if the report names none.
   */
  readonly addresses: readonly string[];
  readonly action: DeliveryAction;
  /** The enhanced status code (RFC 3463), such as 5.1.1; null if the report has none. */
  readonly enhancedCode: string | null;
  /** The reply code of the server that refused it; null if the report quotes none. */
  readonly replyCode: number | null;
  /** The quoted reply of the server, or else the text about the recipient, on one line; null if there is neither. */
  readonly diagnostic: string | null;
  /** All text that may be about the recipient, on one line, cut to 1000 characters; null without text. */
  readonly words: string | null;
  /** Whether the reply was to RCPT TO; null if the report does not say. */
  readonly saidAtRcpt: boolean | null;
}

/** What a message to a return path means. */
export type FeedbackReport =
  /** A report of success, delay or failure, for at least one recipient. */
  | { readonly kind: 'delivery'; readonly recipients: readonly RecipientReport[] }
  | ComplaintReport
  /** An automatic reply, such as an out-of-office notice; it says nothing about delivery. */
  | { readonly kind: 'automatic_reply' }
  /** Neither of these; `reason` says why, for the log. */
  | { readonly kind: 'unrecognised'; readonly reason: string };

/** A report of a feedback loop (RFC 5965), or an unsubscribe message that is treated as one. */
export interface ComplaintReport {
  readonly kind: 'complaint';
  /** In lower case: `abuse`, `fraud`, `opt-out`, `virus`, `not-spam`, `auth-failure` or any other value of the report. */
  readonly feedbackType: string;
  /** Whether the recipient does not want such email; false for reports that say the opposite or something else. */
  readonly isUnwanted: boolean;
  /** In lower case; often empty, because many loops redact the addresses. */
  readonly addresses: readonly string[];
}
