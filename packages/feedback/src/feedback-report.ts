/** What comes back after an email was sent, as its reader tells it. */

/** What became of a message for one recipient (RFC 3464 section 2.3.3). */
export type DeliveryAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What a report says of one recipient. */
export interface RecipientReport {
  /**
   * The addresses that it gives the recipient, in lower case and with an ASCII domain: the one that
   * it failed for first, then the one that it was sent to before somebody forwarded it. Empty where it
   * names none.
   */
  readonly addresses: readonly string[];
  readonly action: DeliveryAction;
  /** RFC 3463, such as 5.1.1; null where the report carries none. */
  readonly enhancedCode: string | null;
  /** The reply code of the server that refused it; null where the report quotes none. */
  readonly replyCode: number | null;
  /** What was said of it, on one line, the server's own words where they are quoted; null where nothing was. */
  readonly diagnostic: string | null;
  /** Everything in the report that may be about it, on one line, cut after 1000 characters; null where there are no words. */
  readonly words: string | null;
  /** Whether the reply was one to RCPT TO; null where the report does not say. */
  readonly saidAtRcpt: boolean | null;
}

/** What a message that came back means. */
export type FeedbackReport =
  /** A report of delivery, or of its failure; of one recipient at least. */
  | { readonly kind: 'delivery'; readonly recipients: readonly RecipientReport[] }
  | ComplaintReport
  /** An answer by a machine, such as one that its owner is away: it says nothing of the delivery. */
  | { readonly kind: 'automatic_reply' }
  /** Nothing that can be understood; `reason` says why, for a log. */
  | { readonly kind: 'unrecognised'; readonly reason: string };

/** A report by a feedback loop (RFC 5965), or what stands for one. */
export interface ComplaintReport {
  readonly kind: 'complaint';
  /** In lower case and as it was written: `abuse`, `fraud`, `opt-out`, `virus`, `not-spam`, `auth-failure` or anything else. */
  readonly feedbackType: string;
  /** Whether the recipient says that it does not want such email; false where it says the opposite, or is about something else. */
  readonly isUnwanted: boolean;
  /** In lower case; often empty, as many loops leave the addresses out. */
  readonly addresses: readonly string[];
}
