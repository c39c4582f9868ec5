import { Readable, type Writable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { Socket } from 'node:net';
import type { NodemailerError } from 'nodemailer/lib/errors';
import type { DeliveryPhase } from '@sendoff/core';
import type { RelayTimeouts } from '../transport.ts';
import { wireForm, type RelayOffers, type WireForm, type WireMessage } from './wire-form.ts';

/** The envelope object that the SMTP connection is given, in which it records the reply for each recipient. */
export interface TrackedEnvelope {
  readonly from: string;
  readonly to: string[];
  /** For the SIZE extension (RFC 1870). */
  readonly size: number;
  /** For the 8BITMIME extension (RFC 6152). */
  readonly use8BitMime: boolean;
  /** For the SMTPUTF8 extension (RFC 6531); `keepInStep` reads it. */
  readonly smtpUtf8: boolean;
  readonly accepted?: readonly string[];
  readonly rejectedErrors?: readonly NodemailerError[];
}

/** The connection of a message. */
export interface OwnConnection {
  readonly socket: Socket | null;
  readonly offers: RelayOffers;
}

/** The part of a stream that nodemailer uses of a message: piping it, and checking whether that has started. */
export interface MessageSource {
  readonly readableDidRead: boolean;
  pipe(destination: Writable): unknown;
}

/** Bytes per chunk of a stream. */
const CHUNK = 65_536;

/**
 * A message for the pool that tracks its progress.
 *
 * nodemailer reports a lost connection the same way before and after the final dot. The difference decides whether a retry may
 * deliver twice, so it is tracked here, where the message is read: the final dot is written only after all of it was read.
 */
export class TrackedMessage {
  readonly #message: WireMessage;
  readonly #allOrNone: boolean;
  readonly #timeouts: RelayTimeouts;
  readonly #findConnection: () => OwnConnection | null;
  readonly #started: () => void;
  #form: WireForm | null = null;
  #raw: Buffer;
  #envelope: TrackedEnvelope | null = null;
  #progress: 'not_begun' | 'envelope' | 'content' | 'final_reply' = 'not_begun';
  #remoteAddress: string | null = null;
  #tlsVersion: string | null = null;

  constructor(options: {
    readonly message: WireMessage;
    /** Whether to send nothing when the relay does not support one of its recipients. */
    readonly allOrNone: boolean;
    readonly timeouts: RelayTimeouts;
    /** Finds the connection over which this message is being sent. */
    readonly findConnection: (message: TrackedMessage) => OwnConnection | null;
    /** Called before its envelope is sent, and again when it moves to another connection. */
    readonly started: () => void;
  }) {
    this.#message = options.message;
    this.#raw = options.message.raw;
    this.#allOrNone = options.allOrNone;
    this.#timeouts = options.timeouts;
    this.#findConnection = () => options.findConnection(this);
    this.#started = options.started;
  }

  /** The relay's details for an outcome. SMTP has no standard form for a provider's message id. */
  relayDetails(relay: string) {
    const connection = { remoteAddress: this.#remoteAddress, tlsVersion: this.#tlsVersion };
    return { relay, ...connection, providerMessageId: null, skippedRelays: [] };
  }

  /** The envelope with the replies so far. */
  get envelope(): TrackedEnvelope | null {
    return this.#envelope;
  }

  /** The phase of the dialogue; before the envelope, only the pool's error is more specific. */
  get phase(): DeliveryPhase {
    switch (this.#progress) {
      case 'not_begun':
        return 'connect';
      case 'envelope':
        return envelopePhase(this.#envelope);
      case 'content':
      case 'final_reply':
        return this.#progress;
    }
  }

  /** The form in which it is sent to the relay; null until a connection is ready. */
  get form(): WireForm | null {
    return this.#form;
  }

  /** Whether nothing was sent because no recipient was left to send to. */
  get hasNoRecipients(): boolean {
    return this.#envelope?.to.length === 0;
  }

  /**
   * Called by the pool when a connection is ready, and again when the message moves to another connection. For an envelope
   * without recipients nothing is sent, and the connection can be reused.
   */
  getEnvelope(): TrackedEnvelope {
    const form = wireForm(this.#message, () => this.#findConnection()?.offers ?? null);
    const to = this.#allOrNone && form.unsupported.length > 0 ? [] : [...new Set(form.recipients.map(({ onWire }) => onWire))];
    this.#form = form;
    this.#raw = form.raw;
    this.#envelope = {
      from: this.#message.from,
      to,
      size: to.length === 0 ? 0 : form.raw.length,
      use8BitMime: form.use8BitMime,
      smtpUtf8: form.smtpUtf8,
    };
    return this.#envelope;
  }

  /** The pool reads the message id and headers only for its log, which is disabled. */
  messageId(): string {
    return '';
  }

  getHeader(): string {
    return '';
  }

  /** Called by the pool right before it sends the envelope. The message is not read until DATA is accepted. */
  createReadStream(): MessageSource {
    this.#progress = 'envelope';
    this.#started();
    const socket = this.#findConnection()?.socket ?? null;
    this.#noteConnection(socket);
    socket?.setTimeout(this.#timeouts.reply);
    return this.#raw.length <= CHUNK ? this.#atOnce(socket) : this.#inChunks(socket);
  }

  /** Most messages are short, and creating a stream would cost more than everything else done for their content. */
  #atOnce(socket: Socket | null): MessageSource {
    let wasRead = false;
    return {
      get readableDidRead() {
        return wasRead;
      },
      pipe: (destination) => {
        wasRead = true;
        holdBack(socket);
        this.#noteAllRead(socket);
        destination.end(this.#raw);
      },
    };
  }

  #inChunks(socket: Socket | null): Readable {
    let offset = 0;
    const stream = new Readable({
      highWaterMark: CHUNK,
      read: () => {
        this.#progress = 'content';
        holdBack(socket);
        stream.push(offset < this.#raw.length ? this.#raw.subarray(offset, (offset += CHUNK)) : null);
      },
    });
    // Registered before piping starts, so it runs before the pipe writes the final dot.
    stream.once('end', () => this.#noteAllRead(socket));
    return stream;
  }

  #noteAllRead(socket: Socket | null): void {
    this.#progress = 'final_reply';
    socket?.setTimeout(this.#timeouts.finalReply);
  }

  #noteConnection(socket: Socket | null): void {
    this.#remoteAddress = socket?.remoteAddress ?? null;
    this.#tlsVersion = socket instanceof TLSSocket ? socket.getProtocol() : null;
  }
}

/** With PIPELINING all commands are sent together; the phase is that of the first missing reply. */
function envelopePhase(envelope: TrackedEnvelope | null): DeliveryPhase {
  const answered = (envelope?.accepted?.length ?? 0) + (envelope?.rejectedErrors?.length ?? 0);
  if (envelope === null || answered === 0) return 'mail';
  return answered < envelope.to.length ? 'recipient' : 'data';
}

/** Corks the socket, so that everything written in this turn of the event loop is sent together. */
function holdBack(socket: Socket | null): void {
  if (socket === null) return;
  socket.cork();
  setImmediate(() => socket.uncork());
}
