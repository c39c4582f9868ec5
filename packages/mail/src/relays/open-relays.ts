import { OPERATOR, type Logger } from '@sendoff/runtime';
import { checkRelay, type RelayCheck } from './check-relay.ts';
import { openRelay, type Parcel, type Relay } from './deliver-once.ts';
import type { DeliveryReport, PassedOver, SingleReport } from './delivery-report.ts';
import { findHeldUp, type HeldUp } from './held-up.ts';
import { withAsciiDomain } from '../seven-bit/encode-addresses.ts';
import { isUnoffered } from './report-unfit.ts';
import { recipientsOf } from './recipient.ts';
import { RelayGate } from './relay-gate.ts';
import type { CircuitsChange } from './relay-circuits.ts';
import { readRelaySettings, type RelayTimeouts } from './relay-settings.ts';
import { beginStay, type Stay } from './stay.ts';
import { WaitingLine } from './waiting-line.ts';

/** What {@link openRelays} needs. */
export interface RelaysOptions {
  /** One or more `smtp://` or `smtps://` URLs; the first one that is well is used. */
  readonly urls: readonly string[];
  /** Credentials for the relays whose URL has none. */
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Connections at once to each relay. */
  readonly maxConnections: number;
  /** Deliveries at once, where that is less than there may be connections. */
  readonly deliveriesAtOnce?: number;
  readonly logger: Logger;
  readonly timeouts?: Partial<RelayTimeouts>;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

/** A composed message and its way. */
export interface RelayMessage {
  readonly envelope: {
    /** The address of MAIL FROM; empty for the null reverse-path. */
    readonly from: string;
    readonly to: readonly string[];
  };
  /** As `composeMessage` returns it. */
  readonly raw: Buffer;
}

/** How a message is handed over. */
export interface DeliverOptions {
  readonly signal?: AbortSignal;
  /** The id of an API key, as shares are shown by; mail of no key in particular when left out. */
  readonly sender?: string;
}

/** The relays of a deployment. */
export interface Relays {
  /**
   * Hands a message over and says what came of it. A relay in trouble is followed by the next one within the same call, and
   * so is one that lacks an extension that the message needs, while another may have it. Where none has it, the message is
   * written without, or goes to those recipients that it can. A free connection is waited for, for 30 seconds at most.
   * `sender` names whose mail it is: connections are shared between senders, and trouble that only one of them meets is not held
   * against a relay by the others. Aborting `signal` gives the delivery up: as `in_doubt` when the final dot may have been sent, as `relay_trouble` for the
   * reason `interrupted` otherwise. Rejects only on surprise, such as an envelope without recipients.
   */
  readonly deliver: (message: RelayMessage, options?: DeliverOptions) => Promise<DeliveryReport>;
  /** Mail that had better not be taken up now; empty as a rule, and then found out at no cost. */
  readonly heldUp: () => readonly HeldUp[];
  /** Whether each relay can be reached and takes the credentials; at most some seconds. */
  readonly check: () => Promise<RelayCheck[]>;
  /** Waits for what is in flight, then closes every connection. Nothing can be delivered afterwards. */
  readonly close: () => Promise<void>;
}

/** Opens the relays of a deployment. Throws `InvalidRelayUrl` for a URL that cannot be used. */
export function openRelays(options: RelaysOptions): Relays {
  const { logger, now = () => performance.now(), deliveriesAtOnce = Infinity } = options;
  const relays = options.urls.map((url) => {
    const settings = readRelaySettings(url, options);
    return openRelay(settings, new RelayGate(settings, deliveriesAtOnce, now, logChange(logger, settings.name)));
  });
  if (relays.length === 0) throw new RangeError('There must be at least one relay');
  const line = new WaitingLine(relays, now);
  const inFlight = new Set<Promise<DeliveryReport>>();
  let closed = false;

  async function deliver(parcel: Parcel, sender: string): Promise<DeliveryReport> {
    const parties = { sender, domains: domainsOf(parcel) };
    const asked = new Map<Relay, PassedOver>();
    /** Relays that lack an extension without which some recipients cannot be asked for. */
    let unfit: readonly Relay[] = [];
    let inPart = false;
    let last: SingleReport | undefined;
    for (;;) {
      let stay: Stay | undefined;
      const enter = (relay: Relay): void => {
        stay = beginStay(relay, parties, { now, moved: line.move });
      };
      const admission = await line.ask({ ...parties, asked, signal: parcel.signal, enter });
      const passed = new Map(admission.kind === 'interrupted' ? asked : [...asked, ...admission.passed]);
      if (admission.kind === 'interrupted') return { ...notSent(relays[0], INTERRUPTED), passedOver: inOrder(passed) };
      if (admission.kind === 'none' || stay === undefined) {
        if (inPart || unfit.length === 0) return noRelay(last, [...asked.keys()].at(-1), passed);
        // No relay that is well takes all of it, so one of them is to take it for those that it can.
        inPart = true;
        for (const relay of unfit) asked.delete(relay);
        continue;
      }

      const isLast = relays.every((relay) => relay === admission.place || unfit.includes(relay));
      const partial = { send: inPart || isLast ? 'in_part' : 'elsewhere', others: isLast ? 'bounced' : 'deferred' } as const;
      last = await stay.deliver(parcel, partial).finally(line.move);
      if (last.kind !== 'relay_trouble' || last.reason === 'interrupted') {
        if (last.kind === 'in_doubt' && last.reason !== 'interrupted') logTrouble(last);
        return { passedOver: inOrder(passed), ...last };
      }
      if (isUnoffered(last.reason)) unfit = [...unfit, admission.place];
      else logTrouble(last);
      asked.set(admission.place, { relay: last.relay, asked: true, reason: last.reason, message: last.message });
    }
  }

  /** The report when no relay is left: about the one that was asked last, or else about the one that is preferred. */
  function noRelay(last: SingleReport | undefined, lastAsked: Relay | undefined, passed: Map<Relay, PassedOver>): DeliveryReport {
    const about = lastAsked ?? relays.find((relay) => passed.has(relay));
    const why = about && passed.get(about);
    if (about === undefined || why === undefined) throw new Error('No relay was looked at');
    passed.delete(about);
    return { ...(last?.kind === 'relay_trouble' ? last : notSent(about, why)), passedOver: inOrder(passed) };
  }

  /** In the order of the configuration. */
  function inOrder(passed: ReadonlyMap<Relay, PassedOver>): PassedOver[] {
    return relays.flatMap((relay) => passed.get(relay) ?? []);
  }

  function logTrouble({ relay, kind, phase, reason }: Exclude<SingleReport, { readonly kind: 'answered' }>): void {
    logger.warn({ relay, kind, phase, reason }, 'Trouble with a relay');
  }

  return {
    deliver: ({ envelope, raw }, { signal, sender = OPERATOR } = {}) => {
      if (closed) return Promise.reject(new Error('The relays are closed'));
      if (envelope.to.length === 0) return Promise.reject(new RangeError('The envelope has no recipients'));
      const recipients = recipientsOf(envelope.to);
      const delivery = deliver({ raw, from: withAsciiDomain(envelope.from), recipients, signal }, sender);
      inFlight.add(delivery);
      return delivery.finally(() => inFlight.delete(delivery));
    },
    heldUp: () =>
      findHeldUp(
        relays.map(({ gate }) => gate),
        line.length,
      ),
    check: () => Promise.all(relays.map(({ settings }) => checkRelay(settings))),
    close: async () => {
      closed = true;
      await Promise.allSettled(inFlight);
      for (const { pool } of relays) pool.close();
    },
  };
}

/** What there is to say when there was no connection for a message. */
const notSent = (relay: Relay | undefined, { reason, message }: Pick<PassedOver, 'reason' | 'message'>) => ({
  kind: 'relay_trouble' as const,
  relay: relay?.name ?? '',
  remoteAddress: null,
  tlsVersion: null,
  phase: 'connect' as const,
  recipients: [] as const,
  reason,
  reply: null,
  message,
});

const INTERRUPTED = { reason: 'interrupted', message: 'given up while it waited for a relay' } as const;

const logChange = (logger: Logger, relay: string) => (change: CircuitsChange) => {
  // Null where it is that of all mail.
  const { sender } = change;
  if (change.kind === 'closed') logger.info({ relay, sender }, 'relay circuit closed');
  else logger.warn({ relay, sender, reason: change.trouble.reason, forMs: change.forMs }, 'relay circuit opened');
};

/** The domains of the recipients, as they were written but in lower case. */
function domainsOf({ recipients }: Parcel): string[] {
  return [...new Set(recipients.map(({ address }) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()))];
}
