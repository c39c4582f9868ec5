import { isUnsupportedReason, REASONS_BESIDE_RELAY, type RelayErrorReason, type RelayOutcome } from '@sendoff/core';

/** A relay error and its time. */
export interface RelayFault {
  readonly reason: RelayErrorReason;
  readonly message: string;
  /** Milliseconds, by the clock of the relays. */
  readonly at: number;
}

/** What the outcome of a delivery says about the relay. */
export type CircuitEvidence =
  /** It answered; a rejection of the message or its recipients is also an answer. */
  | { readonly kind: 'health' }
  /** It is unavailable for all mail: no connection, no TLS or no authentication. */
  | { readonly kind: 'certain'; readonly fault: RelayFault }
  /** It failed during the message, possibly because of the message, its sender, or a receiving server behind the relay. */
  | { readonly kind: 'likely'; readonly fault: RelayFault; readonly receivers: string }
  | { readonly kind: 'nothing' };

/** Errors of establishing a connection, also when the message had begun on an earlier connection that was lost. */
const WHILE_CONNECTING: readonly RelayErrorReason[] = ['dns', 'connection_refused', 'unreachable', 'certificate'];
/** The relay works for other mail: an unverified sender must not open the circuit for all. */
const OF_ONE_SENDER: RelayErrorReason = 'sender_refused';

/**
 * Interprets an outcome as evidence about its relay. Only errors before MAIL are certainly about the relay: from MAIL on, even
 * "authentication required" may be a reply of the server behind it for one recipient, or concern a single sender.
 *
 * "Too many connections" in a greeting is not certain, because open connections may work. Nor is "relay access denied", which
 * some relays reply for single domains.
 *
 * @param receivers the receivers of the message, so that repeated errors with the same ones count once.
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
