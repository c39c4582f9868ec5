import { domainToASCII } from 'node:url';
import { type Logger } from '@sendoff/config';
import { checkRelay, type RelayCheck } from './check-relay.ts';
import { deliverOnce, openRelay, type Parcel, type Relay } from './deliver-once.ts';
import { type DeliveryReport, type RelayTried, type SingleReport } from './delivery-report.ts';
import { rememberTrouble } from './relay-order.ts';
import { readRelaySettings, type RelayTimeouts } from './relay-settings.ts';

/** What {@link openRelays} needs. */
export interface RelaysOptions {
  /** One or more `smtp://` or `smtps://` URLs; the first one that is well is used. */
  readonly urls: readonly string[];
  /** Credentials for the relays whose URL has none. */
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Connections at once to each relay. */
  readonly maxConnections: number;
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

/** The relays of a deployment. */
export interface Relays {
  /**
   * Hands a message over and says what came of it. A relay in trouble is followed by the next one
   * within the same call. Aborting `signal` gives the delivery up: as `in_doubt` when the final
   * dot may have been sent, as `relay_trouble` for the reason `interrupted` otherwise. Rejects only
   * on surprise, such as an envelope without recipients.
   */
  readonly deliver: (message: RelayMessage, options?: { readonly signal?: AbortSignal }) => Promise<DeliveryReport>;
  /** Whether each relay can be reached and takes the credentials; at most some seconds. */
  readonly check: () => Promise<RelayCheck[]>;
  /** Waits for what is in flight, then closes every connection. Nothing can be delivered afterwards. */
  readonly close: () => Promise<void>;
}

/** Opens the relays of a deployment. Throws `InvalidRelayUrl` for a URL that cannot be used. */
export function openRelays(options: RelaysOptions): Relays {
  const relays = options.urls.map((url) => openRelay(readRelaySettings(url, options)));
  if (relays.length === 0) throw new RangeError('There must be at least one relay');
  const order = rememberTrouble(relays, options.now ?? Date.now);
  const inFlight = new Set<Promise<DeliveryReport>>();
  let closed = false;

  async function deliver(parcel: Parcel): Promise<DeliveryReport> {
    const tried: RelayTried[] = [];
    let report: SingleReport | undefined;
    for (const relay of order.inOrder()) {
      if (report?.kind === 'relay_trouble') tried.push({ relay: report.relay, reason: report.reason, message: report.message });
      report = await deliverOnce(relay, parcel);
      noteOutcome(relay, report);
      if (report.kind !== 'relay_trouble' || report.reason === 'interrupted') break;
    }
    if (report === undefined) throw new Error('No relay was tried');
    return { ...report, tried };
  }

  function noteOutcome(relay: Relay, report: SingleReport): void {
    if (report.kind === 'answered') {
      order.noteHealth(relay);
    } else if (report.reason !== 'interrupted') {
      order.noteTrouble(relay);
      options.logger.warn(
        { relay: relay.name, kind: report.kind, phase: report.phase, reason: report.reason },
        'Trouble with a relay',
      );
    }
  }

  return {
    deliver: ({ envelope, raw }, { signal } = {}) => {
      if (closed) return Promise.reject(new Error('The relays are closed'));
      if (envelope.to.length === 0) return Promise.reject(new RangeError('The envelope has no recipients'));
      const recipients = [...new Set(envelope.to)].map((address) => ({ address, onWire: asOnWire(address) }));
      const delivery = deliver({ raw, from: asOnWire(envelope.from), recipients, signal });
      inFlight.add(delivery);
      return delivery.finally(() => inFlight.delete(delivery));
    },
    check: () => Promise.all(relays.map(({ settings }) => checkRelay(settings))),
    close: async () => {
      closed = true;
      await Promise.allSettled(inFlight);
      for (const { pool } of relays) pool.close();
    },
  };
}

/** The address as MAIL FROM and RCPT TO carry it: a relay without SMTPUTF8 knows only ASCII domains. */
function asOnWire(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return `${address.slice(0, at)}${domainToASCII(address.slice(at)) || address.slice(at)}`;
}
