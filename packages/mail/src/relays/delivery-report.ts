import type { DeliveryPhase } from '../replies/delivery-phase.ts';
import type { ReplyReason } from '../replies/reply-rule.ts';
import type { SmtpReply } from '../replies/smtp-reply.ts';

/** What went wrong where the relay gave no reply that says so. */
export type TroubleReason =
  | ReplyReason
  | 'dns'
  | 'connection_refused'
  | 'unreachable'
  | 'connection_lost'
  | 'timeout'
  | 'certificate'
  | 'protocol'
  | 'interrupted'
  /** Ours: a recipient's domain holds all the connections that it may, and does not answer. */
  | 'slow_receiver'
  /** Ours: every connection that it may have was in use. */
  | 'busy'
  /** Ours: the rate limit of the relay, as configured. */
  | 'at_rate_limit'
  | UnofferedReason;

/** The relay lacks an extension without which the message cannot be sent to it. */
export type UnofferedReason = 'smtputf8_needed' | '8bitmime_needed';

/** What the relay said about one recipient. */
export interface RecipientResult {
  /** The address as it was given to `deliver`. */
  readonly address: string;
  readonly verdict: 'sent' | 'deferred' | 'bounced';
  /** Null only where the relay never needed to speak: by what its EHLO had announced, it does not take this. */
  readonly reply: SmtpReply | null;
  readonly reason: 'accepted' | ReplyReason | UnofferedReason;
  /** Whether the reply speaks of this recipient in a way that sending again cannot change. */
  readonly suppress: boolean;
  /** Why, in a sentence for people, where there is no reply that says so. */
  readonly explanation?: string;
}

/** A relay that is not the one the report is about, and why. */
export interface PassedOver {
  readonly relay: string;
  /** Whether it was connected to, or known to be of no use at that moment. */
  readonly asked: boolean;
  readonly reason: TroubleReason;
  /** For people; holds neither content nor credentials. */
  readonly message: string;
}

interface Attempted {
  /** The relay that was used, as `smtp://host:port`, without credentials. */
  readonly relay: string;
  /** Its IP address; null when no connection came about. */
  readonly remoteAddress: string | null;
  /** Such as `TLSv1.3`; null when the connection was not encrypted or did not come about. */
  readonly tlsVersion: string | null;
  readonly phase: DeliveryPhase;
  /** The relays that would have been preferred to this one, or that were of no use either, in the order in which they were looked at. */
  readonly passedOver: readonly PassedOver[];
}

/** The relay spoke for every recipient. */
export interface AnsweredReport extends Attempted {
  readonly kind: 'answered';
  /** One for each address of the envelope, in its order. */
  readonly recipients: readonly RecipientResult[];
}

/** Nothing was handed over, and the fault is that of the relay or of the way to it. */
export interface RelayTroubleReport extends Attempted {
  readonly kind: 'relay_trouble';
  readonly recipients: readonly [];
  readonly reason: TroubleReason;
  /** Null when the relay did not reply. */
  readonly reply: SmtpReply | null;
  /** For people; holds neither content nor credentials. */
  readonly message: string;
}

/** The final dot may have been sent, and no reply to it came. */
export interface InDoubtReport extends Attempted {
  readonly kind: 'in_doubt';
  /** Recipients refused before; for them nothing is in doubt. */
  readonly recipients: readonly RecipientResult[];
  /** Addresses that may or may not have got the message. */
  readonly inDoubt: readonly string[];
  readonly reason: TroubleReason;
  readonly reply: null;
  readonly message: string;
}

/** What came of one delivery. */
export type DeliveryReport = AnsweredReport | RelayTroubleReport | InDoubtReport;

/** What came of one relay. */
export type SingleReport =
  Omit<AnsweredReport, 'passedOver'> | Omit<RelayTroubleReport, 'passedOver'> | Omit<InDoubtReport, 'passedOver'>;
