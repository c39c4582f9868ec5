/** What a scripted relay is told to do. */

/** A reply; `\n` in the message makes it one of several lines. */
export interface ScriptedReply {
  /** 400 to 599. */
  readonly code: number;
  readonly message: string;
}

/** A line that answers nothing, sent before the relay goes on as if nothing had happened. */
export interface StrayReply {
  readonly stray: string;
}

/** What to do at a stage: go on (undefined), refuse, say something out of turn, never answer, or cut the connection. */
export type ScriptedAction = ScriptedReply | StrayReply | 'hang' | 'drop' | undefined;

/** An action, or what finds one out; may take its time. */
export type ScriptedStep<Context> = ScriptedAction | ((context: Context) => ScriptedAction | Promise<ScriptedAction>);

/** Who is connected. */
export interface Client {
  readonly remoteAddress: string;
}

/** A message that arrived in full, up to its final dot. */
export interface ReceivedMessage {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  /** As sent, after dot-stuffing was undone. */
  readonly raw: Buffer;
  /** What MAIL said besides the sender, such as `SMTPUTF8`, in the order in which it came. */
  readonly mailParameters: readonly string[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What the relay does. Every stage that is not named goes well. */
export interface RelayScript {
  /** In place of the greeting. */
  readonly connect?: ScriptedStep<Client>;
  /** To EHLO; with `tls: 'starttls'` also to the second one, inside TLS. */
  readonly ehlo?: ScriptedStep<Client>;
  /** To STARTTLS, before anything is encrypted. */
  readonly startTls?: ScriptedStep<Client>;
  /** To AUTH, after the credentials were found right. */
  readonly auth?: ScriptedStep<{ readonly username: string }>;
  readonly mail?: ScriptedStep<{ readonly from: string }>;
  readonly rcpt?: ScriptedStep<{ readonly from: string; readonly to: string }>;
  /** To DATA, before the message. */
  readonly data?: ScriptedStep<{ readonly from: string; readonly to: readonly string[] }>;
  /** Once the message begins to arrive: `drop` cuts it off, `hang` stops reading. Replies are not possible here. */
  readonly content?: 'hang' | 'drop' | (() => 'hang' | 'drop' | undefined);
  /** After the final dot. A message that is then refused is not in `received`; after `hang` or `drop` it is. */
  readonly end?: ScriptedStep<ReceivedMessage>;
  /** To RSET, which clients send after a refusal. */
  readonly rset?: ScriptedStep<Client>;
  /** Credentials that are required. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** Encryption with a self-signed certificate. */
  readonly tls?: 'starttls' | 'implicit';
  /** Octets; announced in the reply to EHLO. */
  readonly size?: number;
  /** Extensions that EHLO does not announce. */
  readonly without?: readonly ('SMTPUTF8' | '8BITMIME' | 'PIPELINING')[];
}
