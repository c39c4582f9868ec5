/** Selects a relay for each message, and fails over to the next. Independent of the protocol. */
import { isUnsupportedReason, type RelayOutcome, type SkippedRelay } from '@sendoff/core';
import { OPERATOR, type Logger } from '@sendoff/runtime';
import type { OutboundMessage, RelayCheck, TransportDefaults } from '../transports/transport.ts';
import { configureTransport, TRANSPORTS, type TransportTable } from '../transports/transports.ts';
import { findBlocked, type BlockedMail } from './find-blocked.ts';
import type { CircuitsChange } from './relay-circuits.ts';
import { RelayGate } from './relay-gate.ts';
import { takeRelaySlot, type Relay, type RelaySlot } from './relay-slot.ts';
import { WaitingLine } from './waiting-line.ts';

/** Options of {@link openRelays}; credentials, connections and timeouts apply to each relay. */
export interface RelaysOptions extends TransportDefaults {
  /** URLs of one or more relays; the first available one is used. */
  readonly urls: readonly string[];
  /** Most concurrent deliveries, if less than the number of connections. */
  readonly deliveriesAtOnce?: number;
  readonly logger: Logger;
  /** A clock in milliseconds. */
  readonly now?: () => number;
  /** The transports by scheme; Sendoff's own by default. */
  readonly transports?: TransportTable;
}

/** Options of one delivery. */
export interface DeliverOptions {
  readonly signal?: AbortSignal;
  /** The id of the API key, between which connections are shared; by default `operator`, for mail without a key. */
  readonly sender?: string;
}

/** The relays of a deployment. */
export interface Relays {
  /**
   * Delivers a message and returns the outcome. When a relay fails, or lacks an extension that the message needs, the next one
   * is tried within the same call. If no relay has the extension, the message is converted, or sent only to the recipients that
   * do not need it. A delivery waits for a free connection for at most 30 seconds. Connections are shared between senders, and
   * a failure specific to one sender does not block a relay for others.
   *
   * Aborting `signal` ends the delivery: `in_doubt` when the final dot may have been sent, otherwise `relay_error` with the
   * reason `interrupted`. Rejects only for a caller's mistake, such as an envelope without recipients.
   */
  readonly deliver: (message: OutboundMessage, options?: DeliverOptions) => Promise<RelayOutcome>;
  /** Mail for which no attempt should begin now; usually empty, and cheap then. */
  readonly blocked: () => readonly BlockedMail[];
  /** Checks that each relay can be reached and accepts the credentials; takes a few seconds at most. */
  readonly check: () => Promise<RelayCheck[]>;
  /** Waits for running deliveries, then closes all connections. Later deliveries are rejected. */
  readonly close: () => Promise<void>;
}

/** Opens the relays of a deployment. Throws `InvalidRelayUrl` for an invalid URL. */
export function openRelays(options: RelaysOptions): Relays {
  const { urls, logger, now = () => performance.now(), deliveriesAtOnce = Infinity, transports = TRANSPORTS } = options;
  if (urls.length === 0) throw new RangeError('There must be at least one relay');
  const relays = urls
    .map((url) => configureTransport(url, options, transports))
    .map((open): Relay => {
      const transport = open();
      return { transport, gate: new RelayGate(transport, deliveriesAtOnce, now, logChange(logger, transport.name)) };
    });
  const line = new WaitingLine(relays, now);
  const inFlight = new Set<Promise<RelayOutcome>>();
  let closed = false;

  async function deliver(message: OutboundMessage, { signal, sender = OPERATOR }: DeliverOptions): Promise<RelayOutcome> {
    const parties = { sender, domains: domainsOf(message) };
    const attempted = new Map<Relay, SkippedRelay>();
    /** Relays that lack an extension that the message needs for some recipients. */
    let unsupporting: readonly Relay[] = [];
    let inPart = false;
    let last: RelayOutcome | undefined;
    for (;;) {
      let slot: RelaySlot | undefined;
      const enter = (relay: Relay): void => {
        slot = takeRelaySlot(relay, parties, { now, freed: line.advance });
      };
      const admission = await line.acquire({ ...parties, attempted, signal, enter });
      const skipped = new Map(admission.kind === 'interrupted' ? attempted : [...attempted, ...admission.skipped]);
      if (admission.kind === 'interrupted') return { ...notSent(relays[0], INTERRUPTED), skippedRelays: inOrder(skipped) };
      if (admission.kind === 'none' || slot === undefined) {
        if (inPart || unsupporting.length === 0) return noRelay(last, [...attempted.keys()].at(-1), skipped);
        // No usable relay supports all recipients, so one of them gets the message for those that it supports.
        inPart = true;
        for (const relay of unsupporting) attempted.delete(relay);
        continue;
      }

      const { relay } = admission;
      const isLast = relays.every((each) => each === relay || unsupporting.includes(each));
      const unsupported = { send: inPart || isLast ? 'supported' : 'none', verdict: isLast ? 'bounced' : 'deferred' } as const;
      last = await slot.deliver(message, { signal, unsupported }).finally(line.advance);
      if (last.kind !== 'relay_error' || last.reason === 'interrupted') {
        if (last.kind === 'in_doubt' && last.reason !== 'interrupted') logFailure(last);
        return { ...last, skippedRelays: inOrder(skipped) };
      }
      if (isUnsupportedReason(last.reason)) unsupporting = [...unsupporting, relay];
      else logFailure(last);
      attempted.set(relay, { relay: last.relay, attempted: true, reason: last.reason, message: last.message });
    }
  }

  /** The outcome when no relay is left: that of the last attempted relay, or else the reason of the preferred one. */
  function noRelay(
    last: RelayOutcome | undefined,
    lastAttempted: Relay | undefined,
    skipped: Map<Relay, SkippedRelay>,
  ): RelayOutcome {
    const about = lastAttempted ?? relays.find((relay) => skipped.has(relay));
    const why = about && skipped.get(about);
    if (about === undefined || why === undefined) throw new Error('No relay was considered');
    skipped.delete(about);
    return { ...(last?.kind === 'relay_error' ? last : notSent(about, why)), skippedRelays: inOrder(skipped) };
  }

  /** The skipped relays in the order of the configuration. */
  function inOrder(skipped: ReadonlyMap<Relay, SkippedRelay>): SkippedRelay[] {
    return relays.flatMap((relay) => skipped.get(relay) ?? []);
  }

  function logFailure({ relay, kind, phase, reason }: Exclude<RelayOutcome, { readonly kind: 'answered' }>): void {
    logger.warn({ relay, kind, phase, reason }, 'relay failed');
  }

  return {
    deliver: (message, deliverOptions = {}) => {
      if (closed) return Promise.reject(new Error('The relays are closed'));
      if (message.envelope.to.length === 0) return Promise.reject(new RangeError('The envelope has no recipients'));
      const delivery = deliver(message, deliverOptions);
      inFlight.add(delivery);
      return delivery.finally(() => inFlight.delete(delivery));
    },
    blocked: () =>
      findBlocked(
        relays.map(({ gate }) => gate),
        line.length,
      ),
    check: () => Promise.all(relays.map(({ transport }) => transport.verify())),
    close: async () => {
      closed = true;
      await Promise.allSettled(inFlight);
      for (const { transport } of relays) transport.close();
    },
  };
}

/** The outcome of a message that got no connection. */
const notSent = (relay: Relay | undefined, { reason, message }: Pick<SkippedRelay, 'reason' | 'message'>) => ({
  kind: 'relay_error' as const,
  relay: relay?.transport.name ?? '',
  remoteAddress: null,
  tlsVersion: null,
  phase: 'connect' as const,
  providerMessageId: null,
  recipients: [] as const,
  reason,
  reply: null,
  message,
});

const INTERRUPTED = { reason: 'interrupted', message: 'given up while it waited for a relay' } as const;

const logChange = (logger: Logger, relay: string) => (change: CircuitsChange) => {
  // The sender is null for the circuit of all mail.
  const { sender } = change;
  if (change.kind === 'closed') logger.info({ relay, sender }, 'relay circuit closed');
  else logger.warn({ relay, sender, reason: change.fault.reason, forMs: change.forMs }, 'relay circuit opened');
};

/** The domains of the recipients in lower case, not converted to ASCII. */
const domainsOf = ({ envelope }: OutboundMessage): string[] => [
  ...new Set(envelope.to.map((address) => address.slice(address.lastIndexOf('@') + 1).toLowerCase())),
];
