/** Composing a message, choosing a relay, sending it, and reading what the relay answers. */
export {
  composeMessage,
  outgoingMessage,
  type KeptEmail,
  type MessageAttachment,
  type OutgoingMessage,
} from './compose/index.ts';
export { type BlockedMail } from './routing/find-blocked.ts';
export { openRelays, type Relays, type RelaysOptions } from './routing/open-relays.ts';
export { InvalidRelayUrl, type OutboundMessage, type RelayCheck, type RelayTimeouts } from './transports/transport.ts';
export { relayUrlsProblem } from './transports/transports.ts';
export { simulate } from './transports/sandbox/simulate.ts';
export { classifyReply, type Classification } from './replies/classify-reply.ts';
export { parseReply } from './replies/parse-reply.ts';
