/**
 * The outcome of a delivery attempt: one union from the transport to the row. A transport says what happened to each recipient;
 * {@link decideAfterAttempt} decides what follows; the database writes it down.
 */
import type { DeliveryPhase } from './delivery-phase.ts';
import type { RelayErrorReason } from './failure-reason.ts';
import type { SmtpReply } from './smtp-reply.ts';

/** The outcome for one recipient. */
export interface RecipientOutcome {
  /** As the sender wrote it. */
  readonly address: string;
  readonly verdict: 'sent' | 'deferred' | 'bounced' | 'suppressed';
  /** Null where no reply decided it: by its EHLO the relay does not take the message, or the address is suppressed. */
  readonly reply: SmtpReply | null;
  /** `accepted`, `suppressed`, or why the recipient was refused. */
  readonly reason: string;
  /** Whether the recipient goes on the suppression list: the reply says that sending again cannot succeed. */
  readonly suppress?: boolean;
  /** A sentence for people where no reply says why. */
  readonly explanation?: string;
  /** Feedback that is known at once; only the sandbox has any. */
  readonly feedback?: readonly ('delivered' | 'complained')[];
}

/** A relay that an attempt did not use, or left for another one. */
export interface SkippedRelay {
  readonly relay: string;
  /** Whether the attempt connected to it; otherwise it was known to be unavailable. */
  readonly attempted: boolean;
  readonly reason: RelayErrorReason;
  /** For people; holds neither content nor credentials. */
  readonly message: string;
}

/** The relay that an attempt used. */
interface AtRelay {
  /** As `smtp://host:port`, without credentials. */
  readonly relay: string;
  /** Its IP address; null when no connection was made. */
  readonly remoteAddress: string | null;
  /** Such as `TLSv1.3`; null without an encrypted connection. */
  readonly tlsVersion: string | null;
  readonly phase: DeliveryPhase;
  /** The id that the provider gave the message, by which its own logs and webhooks name it; null when its answer names none. */
  readonly providerMessageId: string | null;
  /** The relays that were preferred to this one, or that could not be used either, in the order of the configuration. */
  readonly skippedRelays: readonly SkippedRelay[];
}

/** The relay answered for every recipient. */
export interface Answered extends AtRelay {
  readonly kind: 'answered';
  /** One for each address of the envelope, in its order. */
  readonly recipients: readonly RecipientOutcome[];
}

/** Nothing was handed over, because the relay or the way to it failed. */
export interface RelayError extends AtRelay {
  readonly kind: 'relay_error';
  /** No recipient was answered for. */
  readonly recipients: readonly [];
  readonly reason: RelayErrorReason;
  /** Null when the relay did not reply. */
  readonly reply: SmtpReply | null;
  /** For people; holds neither content nor credentials. */
  readonly message: string;
}

/** The final dot may have been sent, and no reply to it arrived. */
export interface InDoubt extends AtRelay {
  readonly kind: 'in_doubt';
  /** Recipients refused before; for them nothing is in doubt. */
  readonly recipients: readonly RecipientOutcome[];
  /** Addresses that may or may not have got the message. */
  readonly inDoubt: readonly string[];
  readonly reason: RelayErrorReason;
  readonly message: string;
}

/** What a transport, and all relays together, report of one message. */
export type RelayOutcome = Answered | RelayError | InDoubt;

/** Nothing was tried: every recipient that is left is on the suppression list. */
export interface AllSuppressed {
  readonly kind: 'suppressed';
  readonly recipients: readonly RecipientOutcome[];
}

/** Nothing was tried: Sendoff could not prepare the message. */
export interface LocalFailure {
  readonly kind: 'local_failure';
  /** Whether another attempt would fail in the same way. */
  readonly isPermanent: boolean;
  /** A word for programs. */
  readonly reason: string;
  /** A sentence for people. */
  readonly message: string;
}

/** The worker that made the attempt is gone; how far it had got is unknown. */
export interface WorkerLost {
  readonly kind: 'worker_lost';
}

/** How a delivery attempt ends. */
export type AttemptOutcome = RelayOutcome | AllSuppressed | LocalFailure | WorkerLost;

/** A failure on Sendoff's side that every attempt would meet, such as content that has expired. */
export const permanentFailure = (reason: string, message: string): LocalFailure => ({
  kind: 'local_failure',
  isPermanent: true,
  reason,
  message,
});

/** A failure on Sendoff's side that a later attempt may not meet. */
export const temporaryFailure = (message: string): LocalFailure => ({
  kind: 'local_failure',
  isPermanent: false,
  reason: 'interrupted',
  message,
});

/** The recipients that the outcome is certain about. */
export const recipientOutcomes = (outcome: AttemptOutcome): readonly RecipientOutcome[] =>
  'recipients' in outcome ? outcome.recipients : [];
