/** What the sink is told to do, in a form that can be sent to its process. */

/** A stage of the dialogue; what the sink does, it does instead of going on from there. */
export type SinkStage = 'connect' | 'ehlo' | 'startTls' | 'auth' | 'mail' | 'rcpt' | 'data' | 'content' | 'end';

/** One thing that goes wrong at the sink. */
export interface SinkRule {
  readonly stage: SinkStage;
  /** A reply (not at `content`), silence, or the end of the connection. */
  readonly action: 'hang' | 'drop' | { readonly code: number; readonly message: string };
  /** How often, from 0 to 1. */
  readonly share: number;
  /** So many times in all; without end when left out. */
  readonly atMost?: number;
  /** Only for such recipients; at `rcpt` only. */
  readonly localPartsEndingIn?: string;
}

/** How the sink behaves. */
export interface SinkBehaviour {
  readonly rules?: readonly SinkRule[];
  /** A recipient is refused with 451 until so many milliseconds after its first try. */
  readonly greylistMs?: number;
  /** Milliseconds between the final dot and the reply to it. */
  readonly thinkMs?: number;
  /** It asks for STARTTLS, with a certificate of its own, and for the credentials in the relay's URL. */
  readonly encryptedAndAuthenticated?: boolean;
  /** It may be told to vanish from its connections; see `open-front.ts`. */
  readonly mayVanish?: boolean;
}

/** What the relay's URL names where the sink asks for credentials. */
export const CREDENTIALS = { username: 'chaos', password: 'only-for-the-length-of-one-run' } as const;

/** A message that reached one recipient, counted at the final dot. */
export interface Arrival {
  readonly messageId: string;
  readonly recipient: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly firstAt: number;
}

/** What the sink's process is asked; each is answered with {@link SinkAnswer} under the same id. */
export type SinkRequest =
  | { readonly id: number; readonly do: 'listen'; readonly port: number }
  | { readonly id: number; readonly do: 'behave'; readonly behaviour: SinkBehaviour }
  | { readonly id: number; readonly do: 'close' | 'vanish' | 'come_back' | 'count' | 'count_acts' | 'report' };

/** The answer. */
export interface SinkAnswer {
  readonly id: number;
  readonly value: unknown;
}
