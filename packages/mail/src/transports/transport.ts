/** The interface of transports, which send messages by any protocol. */
import type { DeliveryPhase, RelayErrorReason, RelayOutcome } from '@sendoff/core';
import type { Rate } from '@sendoff/config';

/** A composed message and its envelope. */
export interface OutboundMessage {
  readonly envelope: {
    /** The address of MAIL FROM; empty for the null reverse-path. */
    readonly from: string;
    readonly to: readonly string[];
  };
  /** The message as `composeMessage` returns it (RFC 5322). */
  readonly raw: Buffer;
}

/** One relay or provider, and its open connections. */
export interface Transport {
  /** Such as `smtp://host:port`, without credentials; for logs and recorded attempts. */
  readonly name: string;
  /** Most concurrent messages. */
  readonly capacity: number;
  /** Rate limit for messages; null without a limit. */
  readonly rate: Rate | null;
  /**
   * Sends one message. Every result of the relay is an outcome, with `skippedRelays` empty; it rejects only for a bug. Aborting
   * `signal` ends it: `in_doubt` when the message may have been sent, otherwise `relay_error` with the reason `interrupted`.
   */
  readonly send: (message: OutboundMessage, options: SendOptions) => Promise<RelayOutcome>;
  /** Checks within seconds whether the relay can be reached and accepts the credentials. Sends no message. */
  readonly verify: () => Promise<RelayCheck>;
  /** Closes the connections. Call it when no message is being sent. */
  readonly close: () => void;
}

/** Options for sending one message. */
export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** What to do when the relay does not support every recipient. */
  readonly unsupported: UnsupportedPolicy;
  readonly hooks?: DeliveryHooks | undefined;
}

/** What to do with recipients that a relay does not support because it lacks an extension. */
export interface UnsupportedPolicy {
  /** `none`: send nothing, so that another relay gets all of it. `supported`: send it to the other recipients. */
  readonly send: 'none' | 'supported';
  /** The verdict for omitted recipients: `bounced`, or `deferred` while another relay may support them. */
  readonly verdict: 'bounced' | 'deferred';
}

/** Callbacks for routing while a message is being sent. */
export interface DeliveryHooks {
  /** Called before anything is sent, with an object whose `phase` is kept up to date. */
  readonly tracked?: (progress: { readonly phase: DeliveryPhase }) => void;
  /** The envelope is about to be sent; called again when the message moves to another connection. */
  readonly started?: () => void;
  /** The outcome is known but the connection is not free yet: after a rejection, SMTP first resets the dialogue (RSET). */
  readonly connectionHeld?: (connection: { readonly onceFree: (listener: () => void) => void }) => void;
}

/** Whether a relay can be reached and accepts the credentials. */
export type RelayCheck =
  | { readonly relay: string; readonly ok: true }
  | {
      readonly relay: string;
      readonly ok: false;
      readonly reason: RelayErrorReason;
      /** Readable problem and advice. */
      readonly problem: string;
    };

/** The settings of a transport besides its URL. */
export interface TransportDefaults {
  /** Credentials for a URL that has none. */
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Most concurrent connections, unless the URL sets it. */
  readonly maxConnections: number;
  readonly timeouts?: Partial<RelayTimeouts> | undefined;
}

/** Timeouts in milliseconds. */
export interface RelayTimeouts {
  /** From DNS resolution to the end of the TLS handshake. */
  readonly connection: number;
  /** For the greeting once connected. */
  readonly greeting: number;
  /** For every reply except the last one (RFC 5321 section 4.5.3.2). */
  readonly reply: number;
  /** For the reply to the final dot. Too short a timeout causes duplicates (RFC 5321 section 4.5.3.2.6). */
  readonly finalReply: number;
}

/**
 * Reads the URL of a relay, and returns a function that opens the transport.
 *
 * @throws {InvalidRelayUrl} when the URL is invalid.
 */
export type ConfigureTransport = (url: string, defaults: TransportDefaults) => () => Transport;

/** An invalid relay URL. The message never contains the URL, which may contain a password. */
export class InvalidRelayUrl extends Error {}
