/** The script of a test relay. */

/** A negative reply; `\n` in the message makes it a multiline reply. */
export interface ScriptedReply {
  /** 400 to 599. */
  readonly code: number;
  readonly message: string;
}

/** An unexpected line, sent before the relay continues normally. */
export interface StrayReply {
  readonly stray: string;
}

/** The action at a stage: continue (undefined), refuse, send an unexpected line, never answer, or close the connection. */
export type ScriptedAction = ScriptedReply | StrayReply | 'hang' | 'drop' | undefined;

/** An action, or a possibly asynchronous function that returns one. */
export type ScriptedStep<Context> = ScriptedAction | ((context: Context) => ScriptedAction | Promise<ScriptedAction>);

/** The connected client. */
export interface Client {
  readonly remoteAddress: string;
}

/** A completely received message. */
export interface ReceivedMessage {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  /** The message without dot-stuffing. */
  readonly raw: Buffer;
  /** The parameters of MAIL, such as `SMTPUTF8`, in order. */
  readonly mailParameters: readonly string[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The actions of the relay. A stage without an action succeeds. */
export interface RelayScript {
  /** Instead of the greeting. */
  readonly connect?: ScriptedStep<Client>;
  /** At EHLO; with `tls: 'starttls'` also at the second one inside TLS. */
  readonly ehlo?: ScriptedStep<Client>;
  /** At STARTTLS, before encryption. */
  readonly startTls?: ScriptedStep<Client>;
  /** At AUTH, after the credentials were verified. */
  readonly auth?: ScriptedStep<{ readonly username: string }>;
  readonly mail?: ScriptedStep<{ readonly from: string }>;
  readonly rcpt?: ScriptedStep<{ readonly from: string; readonly to: string }>;
  /** At DATA, before the message. */
  readonly data?: ScriptedStep<{ readonly from: string; readonly to: readonly string[] }>;
  /** When the message begins to arrive: `drop` closes the connection, `hang` stops reading. Replies are not possible here. */
  readonly content?: 'hang' | 'drop' | (() => 'hang' | 'drop' | undefined);
  /** After the final dot. A refused message is not in `received`; after `hang` or `drop` it is. */
  readonly end?: ScriptedStep<ReceivedMessage>;
  /** At RSET, which clients send after a refusal. */
  readonly rset?: ScriptedStep<Client>;
  /** Required credentials. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** Encryption, with a self-signed certificate. */
  readonly tls?: 'starttls' | 'implicit';
  /** In bytes; announced in the reply to EHLO. */
  readonly size?: number;
  /** Extensions that are not announced. */
  readonly without?: readonly ('SMTPUTF8' | '8BITMIME' | 'PIPELINING')[];
}
