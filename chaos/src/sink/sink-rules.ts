/** The configuration of the sink, in a form that can be sent to its process. */

/** A stage of the SMTP dialogue; an action replaces the normal reply of that stage. */
export type SinkStage = 'connect' | 'ehlo' | 'startTls' | 'auth' | 'mail' | 'rcpt' | 'data' | 'content' | 'end';

/** A fault of the sink. */
export interface SinkRule {
  readonly stage: SinkStage;
  /** A reply (not at `content`), no reply, or a dropped connection. */
  readonly action: 'hang' | 'drop' | { readonly code: number; readonly message: string };
  /** The probability, from 0 to 1. */
  readonly share: number;
  /** The maximum number of times; unlimited by default. */
  readonly atMost?: number;
  /** Only for recipients whose local part ends like this; at `rcpt` only. */
  readonly localPartsEndingIn?: string;
}

/** The behavior of the sink. */
export interface SinkBehaviour {
  readonly rules?: readonly SinkRule[];
  /** Each recipient is rejected with 451 until this many milliseconds after the first attempt. */
  readonly greylistMs?: number;
  /** Milliseconds between the final dot and the reply. */
  readonly thinkMs?: number;
  /** Requires STARTTLS, with a self-signed certificate, and the credentials in the relay's URL. */
  readonly encryptedAndAuthenticated?: boolean;
  /** Allows the sink to abandon its connections; see `open-front.ts`. */
  readonly mayVanish?: boolean;
}

/** The credentials in the relay's URL. */
export const CREDENTIALS = { username: 'chaos', password: 'only-for-the-length-of-one-run' } as const;

/** Deliveries of a message to one recipient, counted at the final dot. */
export interface Arrival {
  readonly messageId: string;
  readonly recipient: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly firstAt: number;
}

/** A request to the sink process; the {@link SinkAnswer} has the same id. */
export type SinkRequest =
  | { readonly id: number; readonly do: 'listen'; readonly port: number }
  | { readonly id: number; readonly do: 'behave'; readonly behaviour: SinkBehaviour }
  | { readonly id: number; readonly do: 'close' | 'vanish' | 'come_back' | 'count' | 'count_acts' | 'report' };

/** The response. */
export interface SinkAnswer {
  readonly id: number;
  readonly value: unknown;
}
