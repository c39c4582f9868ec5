/** Composing a message, handing it to a relay, reading what the relay says. */
export {
  composeMessage,
  outgoingMessage,
  type KeptEmail,
  type MessageAttachment,
  type OutgoingMessage,
} from './compose/index.ts';
export {
  type AnsweredReport,
  type DeliveryReport,
  type InDoubtReport,
  type PassedOver,
  type RecipientResult,
  type RelayTroubleReport,
  type TroubleReason,
} from './relays/delivery-report.ts';
export { type HeldUp } from './relays/held-up.ts';
export { type RelayCheck } from './relays/check-relay.ts';
export { openRelays, type Relays, type RelaysOptions, type RelayMessage } from './relays/open-relays.ts';
export { InvalidRelayUrl, relayUrlsProblem, type RelayTimeouts } from './relays/relay-settings.ts';
export { type DeliveryPhase } from './replies/delivery-phase.ts';
export { classifyReply, type Classification } from './replies/classify-reply.ts';
export { type ReplyReason } from './replies/reply-rule.ts';
export { parseReply, type SmtpReply } from './replies/smtp-reply.ts';
