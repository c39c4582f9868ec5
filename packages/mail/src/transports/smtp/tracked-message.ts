import { Readable, type Writable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { Socket } from 'node:net';
import type { NodemailerError } from 'nodemailer/lib/errors';
import type { DeliveryPhase } from '@sendoff/core';
import type { RelayTimeouts } from '../transport.ts';
import { wireForm, type RelayOffers, type WireForm, type WireMessage } from './wire-form.ts';

/** The envelope as the SMTP connection keeps it: it notes in the object it was given what each recipient was told. */
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

/** What nodemailer does with the stream of a message: it sends it somewhere, or asks whether that has started. */
export interface MessageSource {
  readonly readableDidRead: boolean;
  pipe(destination: Writable): unknown;
}

/** Bytes handed over at a time. */
const CHUNK = 65_536;

/**
 * A message for the pool that knows how far it has got.
 *
 * nodemailer reports a lost connection the same way before and after the final dot. The
 * difference decides whether sending again may deliver twice, so it is observed here, where the
 * message is read from: the final dot is written when all of it has been read, and not before.
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
    /** Whether it is not to be sent at all where the relay cannot be asked for one of its recipients. */
    readonly allOrNone: boolean;
    readonly timeouts: RelayTimeouts;
    /** Finds the connection over which this message is being sent. */
    readonly findConnection: (message: TrackedMessage) => OwnConnection | null;
    /** Called when its envelope is about to be sent; again when it moves to another connection. */
    readonly started: () => void;
  }) {
    this.#message = options.message;
    this.#raw = options.message.raw;
    this.#allOrNone = options.allOrNone;
    this.#timeouts = options.timeouts;
    this.#findConnection = () => options.findConnection(this);
    this.#started = options.started;
  }

  /** What an outcome says about the relay; SMTP has no id of a provider that every server gives in the same form. */
  relayDetails(relay: string) {
    const connection = { remoteAddress: this.#remoteAddress, tlsVersion: this.#tlsVersion };
    return { relay, ...connection, providerMessageId: null, skippedRelays: [] };
  }

  /** What each recipient was told so far. */
  get envelope(): TrackedEnvelope | null {
    return this.#envelope;
  }

  /** How far the dialogue got; before the envelope only the pool's error can tell more. */
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

  /** The form in which the relay gets it; null before a connection was ready. */
  get form(): WireForm | null {
    return this.#form;
  }

  /** Whether nothing was sent, because the relay can take the message for none of the recipients. */
  get hasNoRecipients(): boolean {
    return this.#envelope?.to.length === 0;
  }

  /**
   * Called by the pool when a connection is ready; again when the message moves to another connection. With no recipients
   * in it, nothing is sent, and the connection stays fit for the next message.
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

  /** The pool asks for both only to write them into its log, which is off. */
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

  /** Most messages are short, and to make a stream of one would cost more than all else that is done for its content. */
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
    // Registered before anything is piped, so it runs before the pipe writes the final dot.
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

/** With PIPELINING all commands are sent at once; the one whose reply is missing is the one waited for. */
function envelopePhase(envelope: TrackedEnvelope | null): DeliveryPhase {
  const answered = (envelope?.accepted?.length ?? 0) + (envelope?.rejectedErrors?.length ?? 0);
  if (envelope === null || answered === 0) return 'mail';
  return answered < envelope.to.length ? 'recipient' : 'data';
}

/** What is written before this turn of the event loop is over, of a short message all of it, goes out at once. */
function holdBack(socket: Socket | null): void {
  if (socket === null) return;
  socket.cork();
  setImmediate(() => socket.uncork());
}
