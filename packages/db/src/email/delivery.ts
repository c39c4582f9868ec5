/** The email that a worker sends. */
import type { Mode, RecipientState } from '../generated/enums.ts';

/** An email with a begun attempt, and everything needed to send it. */
export interface Delivery {
  readonly id: string;
  /** The key that submitted it; null without one. */
  readonly apiKeyId: string | null;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  readonly mode: Mode;
  readonly createdAt: Date;
  readonly scheduledAt: Date | null;
  /** Steps of the retry schedule already used. */
  readonly retryCount: number;
  /** Consecutive previous attempts that failed with a relay error. */
  readonly relayFailureCount: number;
  /** Since when relays have failed for it; null when none has. */
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
    /** Whether it was on the suppression list when the attempt began; always false for test mail, which is simulated. */
    readonly isSuppressed: boolean;
  })[];
  /** In their order. */
  readonly attachments: readonly DeliveryAttachment[];
}

/** A message that was submitted whole, or the parts to compose one from. */
export interface DeliveryContent {
  readonly html: string | null;
  readonly text: string | null;
  readonly message: DeliveryMessage | null;
}

/** A message that is sent as it was submitted, without its bytes. */
export interface DeliveryMessage {
  /** SHA-256, in hex. */
  readonly hash: string;
  /** Bytes; null once it has expired. */
  readonly size: number | null;
  /** The address of the MAIL command; empty for the null reverse-path. */
  readonly sender: string;
  /** The addresses of the RCPT commands, as they were written. */
  readonly recipients: readonly string[];
}

/** A recipient of a {@link Delivery}, which also contains those with a final state. */
export interface DeliveryRecipient {
  /** In lower case. */
  readonly address: string;
  readonly state: RecipientState;
}

/** An attachment of a {@link Delivery}. */
export interface DeliveryAttachment {
  readonly id: string;
  readonly position: number;
  readonly filename: string;
  readonly contentType: string | null;
  readonly contentId: string | null;
  /** The URL to fetch it from; null when it was sent with the request. */
  readonly url: string | null;
  /** Bytes; null until it is fetched. */
  readonly size: number | null;
  /** SHA-256 of its bytes, in hex; null until it is fetched, and once it has expired. */
  readonly hash: string | null;
}
