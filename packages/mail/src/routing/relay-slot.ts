/** The slot of one message at one relay: taken before anything is sent, released when the connection is free. */
import type { DeliveryPhase, RelayOutcome } from '@sendoff/core';
import type { OutboundMessage, Transport, UnsupportedPolicy } from '../transports/transport.ts';
import { circuitEvidence } from './circuit-evidence.ts';
import type { DeliveryParties, RelayGate } from './relay-gate.ts';

/** A relay: its transport, and the gate that decides which messages it gets. */
export interface Relay {
  readonly transport: Transport;
  readonly gate: RelayGate;
}

/** A message's slot at a relay; for a single delivery. */
export interface RelaySlot {
  /** Sends the message, releases the slot, and returns the outcome. */
  readonly deliver: (
    message: OutboundMessage,
    options: { readonly signal: AbortSignal | undefined; readonly unsupported: UnsupportedPolicy },
  ) => Promise<RelayOutcome>;
}

/** Phases before any content was sent, in which aborting leaves nothing in doubt. */
const BEFORE_CONTENT: readonly DeliveryPhase[] = ['connect', 'authenticate', 'mail', 'recipient', 'data'];

/**
 * Takes a slot at a relay that is available to these parties.
 *
 * @param options.now a clock in milliseconds.
 * @param options.freed called when the slot is released after `deliver` has returned.
 */
export function takeRelaySlot(
  { transport, gate }: Relay,
  parties: DeliveryParties,
  { now, freed }: { readonly now: () => number; readonly freed: () => void },
): RelaySlot {
  let progress: { readonly phase: DeliveryPhase } | undefined;
  let isReclaimed = false;
  const abort = new AbortController();
  const { domains } = parties;
  const entry = gate.enter(parties, {
    reclaim: () => {
      isReclaimed = true;
      abort.abort();
    },
    mayReclaim: () => BEFORE_CONTENT.includes(progress?.phase ?? 'connect'),
  });
  const freeLater = (): void => {
    entry.free();
    freed();
  };

  return {
    deliver: async (message, { signal, unsupported }) => {
      const passOn = (): void => abort.abort();
      signal?.addEventListener('abort', passOn, { once: true });
      if (signal?.aborted === true) passOn();
      let outcome: RelayOutcome | undefined;
      let held: { readonly onceFree: (listener: () => void) => void } | undefined;
      try {
        outcome = await transport.send(message, {
          signal: abort.signal,
          unsupported,
          hooks: {
            tracked: (tracked) => (progress = tracked),
            started: entry.started,
            connectionHeld: (connection) => (held = connection),
          },
        });
        if (isReclaimed && outcome.kind === 'relay_error' && outcome.reason === 'interrupted') {
          outcome = { ...outcome, reason: 'slow_receiver', message: reclaimedMessage(domains) };
        }
        return outcome;
      } finally {
        signal?.removeEventListener('abort', passOn);
        entry.end(outcome === undefined ? { kind: 'nothing' } : circuitEvidence(outcome, domains.join(' '), now()));
        if (held === undefined) entry.free();
        else held.onceFree(freeLater);
      }
    },
  };
}

const reclaimedMessage = (domains: readonly string[]): string =>
  `aborted before the message was sent: ${domains.join(', ')} was slow, and other receivers needed the connections`;
