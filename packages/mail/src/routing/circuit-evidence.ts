import { isUnsupportedReason, REASONS_BESIDE_RELAY, type RelayErrorReason, type RelayOutcome } from '@sendoff/core';

/** An error of a relay, and when it happened. */
export interface RelayFault {
  readonly reason: RelayErrorReason;
  readonly message: string;
  /** Milliseconds, by the clock of the relays. */
  readonly at: number;
}

/** What the end of one delivery says about the relay. */
export type CircuitEvidence =
  /** It answered; also a refusal of the message or of its recipients is an answer. */
  | { readonly kind: 'health' }
  /** It cannot be used by anyone now: no connection, no TLS, no authentication. */
  | { readonly kind: 'certain'; readonly fault: RelayFault }
  /** It failed while it handled the message, which may be the fault of the message, its sender, or a receiver that the relay asked. */
  | { readonly kind: 'likely'; readonly fault: RelayFault; readonly receivers: string }
  | { readonly kind: 'nothing' };

/** What goes wrong only while a connection is made, also where the message had begun on an earlier one that was lost. */
const WHILE_CONNECTING: readonly RelayErrorReason[] = ['dns', 'connection_refused', 'unreachable', 'certificate'];
/** The relay works, and takes other mail: otherwise one sender that is not verified would keep all others from it. */
const OF_ONE_SENDER: RelayErrorReason = 'sender_refused';

/**
 * Reads what an outcome says about its relay. Only what comes before MAIL is certain to be about the relay: from MAIL on, also
 * "authentication required" may be what the server behind it says of one recipient, or what the relay says of one sender.
 *
 * A greeting that says "too many connections" is not certain: the connections that are open may be
 * well. Neither is "relay access denied", which some relays say of single domains.
 *
 * @param receivers names the receivers of the message, so that errors with one of them count once.
 */
export function circuitEvidence(outcome: RelayOutcome, receivers: string, at: number): CircuitEvidence {
  if (outcome.kind === 'answered') return { kind: 'health' };
  const { reason, message, phase } = outcome;
  if (REASONS_BESIDE_RELAY.includes(reason) || isUnsupportedReason(reason)) return { kind: 'nothing' };
  if (reason === OF_ONE_SENDER) return { kind: 'health' };
  const beforeMail =
    WHILE_CONNECTING.includes(reason) || ((phase === 'connect' || phase === 'authenticate') && reason !== 'rate_limited');
  const fault = { reason, message, at };
  return beforeMail ? { kind: 'certain', fault } : { kind: 'likely', fault, receivers };
}
