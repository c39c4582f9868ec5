/** What every transport is: a way out for messages, whatever protocol it speaks. */
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
  /** Such as `smtp://host:port`: without credentials, for logs and the attempt's row. */
  readonly name: string;
  /** Messages that it can carry at the same time. */
  readonly capacity: number;
  /** Messages that it may be given over time; null without a limit. */
  readonly rate: Rate | null;
  /**
   * Sends one message. Whatever the relay does is an outcome with `skippedRelays` empty; only a mistake of ours rejects.
   * Aborting `signal` gives up: `in_doubt` when the message may have been sent, else `relay_error` with `interrupted`.
   */
  readonly send: (message: OutboundMessage, options: SendOptions) => Promise<RelayOutcome>;
  /** Checks in some seconds whether the relay can be reached and takes the credentials. Sends nothing. */
  readonly verify: () => Promise<RelayCheck>;
  /** Closes the connections. The caller has waited for its messages. */
  readonly close: () => void;
}

/** How one message is sent. */
export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** For a relay that cannot be given the message for every recipient. */
  readonly unsupported: UnsupportedPolicy;
  readonly hooks?: DeliveryHooks | undefined;
}

/** What to do with recipients for whom a relay cannot take the message, because it lacks an extension. */
export interface UnsupportedPolicy {
  /** `none`: send nothing, so that another relay gets all of it. `supported`: send it to the other recipients. */
  readonly send: 'none' | 'supported';
  /** The verdict for recipients left out: `bounced`, or `deferred` while another relay may take them. */
  readonly verdict: 'bounced' | 'deferred';
}

/** What routing wants to know while a message is sent. */
export interface DeliveryHooks {
  /** Called before anything is sent, with what tells how far the message is. */
  readonly tracked?: (progress: { readonly phase: DeliveryPhase }) => void;
  /** The envelope is about to be sent; called again when the message moves to another connection. */
  readonly started?: () => void;
  /** The outcome is known, and the connection is not free yet: after a refusal, SMTP first resets the dialogue (RSET). */
  readonly connectionHeld?: (connection: { readonly onceFree: (listener: () => void) => void }) => void;
}

/** Whether a relay can be reached and takes the credentials. */
export type RelayCheck =
  | { readonly relay: string; readonly ok: true }
  | {
      readonly relay: string;
      readonly ok: false;
      readonly reason: RelayErrorReason;
      /** What is wrong and what to do about it, for people. */
      readonly problem: string;
    };

/** What a transport gets beside its URL. */
export interface TransportDefaults {
  /** Credentials for a URL that has none. */
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Connections at once, unless the URL says otherwise. */
  readonly maxConnections: number;
  readonly timeouts?: Partial<RelayTimeouts> | undefined;
}

/** How long to wait for a relay, in milliseconds. */
export interface RelayTimeouts {
  /** From the name's resolution to the end of the TLS handshake. */
  readonly connection: number;
  /** For the greeting once connected. */
  readonly greeting: number;
  /** For any reply but the last one (RFC 5321 section 4.5.3.2). */
  readonly reply: number;
  /** For the reply to the final dot. Giving up too early means sending twice (RFC 5321 section 4.5.3.2.6). */
  readonly finalReply: number;
}

/**
 * Reads the URL of a relay, and returns what opens it.
 *
 * @throws InvalidRelayUrl when it cannot be used.
 */
export type ConfigureTransport = (url: string, defaults: TransportDefaults) => () => Transport;

/** A relay URL that cannot be used; the message never repeats the URL, which may hold a password. */
export class InvalidRelayUrl extends Error {}
