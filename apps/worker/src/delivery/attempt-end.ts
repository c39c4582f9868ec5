/** How an attempt can end, as the worker sees it. */
import type { AnsweredReport, DeliveryReport, InDoubtReport, RelayTroubleReport, SmtpReply } from '@sendoff/mail';

/** What became of one recipient: by a relay's word, or by our own. */
export interface HandledRecipient {
  readonly address: string;
  readonly verdict: 'sent' | 'deferred' | 'bounced' | 'suppressed';
  readonly reply: SmtpReply | null;
  readonly reason: string;
  /** Whether the relay spoke of it in a way that suppresses it; never for mail that is acted out. */
  readonly suppress?: boolean;
  /** Why, in a sentence for people, where there is no reply that says so. */
  readonly explanation?: string;
  /** What came back after it was sent, where that is known at once. */
  readonly feedback?: readonly ('delivered' | 'complained')[];
}

/** A report whose recipients may also have been handled without a relay. */
export type Widened<Report extends DeliveryReport> = Omit<Report, 'recipients'> & {
  readonly recipients: readonly HandledRecipient[];
};

/** Nothing was tried, because every recipient that was left is on the suppression list. */
export interface Withheld {
  readonly kind: 'withheld';
  readonly recipients: readonly HandledRecipient[];
}

/** Nothing was tried, because the email cannot be sent at all. */
export interface Unsendable {
  readonly kind: 'unsendable';
  readonly reason: string;
  readonly message: string;
}

/** An email that cannot be sent: `reason` is a word for programs, `message` a sentence for people. */
export const unsendable = (reason: string, message: string): Unsendable => ({ kind: 'unsendable', reason, message });

/** Nothing was tried, because of trouble on our side that another attempt may not meet. */
export interface Unprepared {
  readonly kind: 'unprepared';
  readonly message: string;
}

/** Trouble on our side before any relay was spoken to, in a sentence for people. */
export const unprepared = (message: string): Unprepared => ({ kind: 'unprepared', message });

/** The worker that made the attempt is gone, and nobody knows how far it had got. */
export interface Abandoned {
  readonly kind: 'abandoned';
}

/** How an attempt can end. */
export type AttemptEnd =
  Widened<AnsweredReport> | Widened<InDoubtReport> | RelayTroubleReport | Withheld | Unsendable | Unprepared | Abandoned;
