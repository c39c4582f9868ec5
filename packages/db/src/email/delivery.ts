/** What a worker sends. */
import type { Mode, RecipientState } from '../generated/enums.ts';

/** An email that a worker has taken, with everything that is sent. */
export interface Delivery {
  readonly id: string;
  /** The key that sent it; null where no key did. */
  readonly apiKeyId: string | null;
  /** The number of the attempt that was begun, from 1. */
  readonly attempt: number;
  readonly mode: Mode;
  readonly createdAt: Date;
  readonly scheduledAt: Date | null;
  /** Steps of the retry schedule used up before. */
  readonly retryCount: number;
  /** Attempts in a row before that failed for trouble with a relay. */
  readonly relayFailureCount: number;
  /** Since when it cannot be handed over; null when nothing stood in its way so far. */
  readonly relayFailingSince: Date | null;
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Null once it has expired. */
  readonly content: DeliveryContent | null;
  readonly recipients: readonly (DeliveryRecipient & {
    /** Whether it was on the suppression list when the attempt began; never for test mail, which does not leave. */
    readonly isSuppressed: boolean;
  })[];
  /** In their order. */
  readonly attachments: readonly DeliveryAttachment[];
}

/** What is sent: a message that was submitted whole, or else the parts to compose one from. */
export interface DeliveryContent {
  readonly html: string | null;
  readonly text: string | null;
  readonly message: DeliveryMessage | null;
}

/** A message that is sent as it is, without its bytes. */
export interface DeliveryMessage {
  /** SHA-256, in hex. */
  readonly hash: string;
  /** Octets; null once it has expired. */
  readonly size: number | null;
  /** Whom MAIL is to name; empty for the null reverse-path. */
  readonly sender: string;
  /** Whom RCPT is to name, each as it was written. */
  readonly recipients: readonly string[];
}

/** A recipient of a {@link Delivery}; all of them are there, also those that are not to be tried any more. */
export interface DeliveryRecipient {
  /** In lower case. */
  readonly address: string;
  readonly state: RecipientState;
}

/** A file of a {@link Delivery}. */
export interface DeliveryAttachment {
  readonly id: string;
  readonly position: number;
  readonly filename: string;
  readonly contentType: string | null;
  readonly contentId: string | null;
  /** Where to fetch it from, when it did not come with the request. */
  readonly url: string | null;
  /** Octets; null until it is fetched. */
  readonly size: number | null;
  /** SHA-256 of its bytes, in hex; null until it is fetched, and once it has expired. */
  readonly hash: string | null;
}
