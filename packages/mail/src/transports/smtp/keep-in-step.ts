import type SMTPConnection from 'nodemailer/lib/smtp-connection';

/** What nodemailer's types leave out of a connection. Each action is called with the reply to the command of its name. */
interface Dialogue {
  /** Replies that came and were not looked at yet. */
  readonly _responseQueue: readonly string[];
  /** What is to be done with the next replies. */
  readonly _responseActions: unknown[];
  readonly _envelope: { readonly smtpUtf8?: boolean } | false;
  /** The content, until all of it was written. */
  readonly _currentDataStream: object | false;
  _sendCommand: (command: string, forLog?: string) => void;
  readonly _onError: (error: Error, type: string, reply: string, command: string) => void;
  _actionEHLO: (reply: string) => void;
  _actionMAIL: (reply: string, done: unknown) => void;
  _actionRCPT: (reply: string, done: unknown) => void;
  _actionDATA: (reply: string, done: unknown) => void;
  _actionSMTPStream: (reply: string, done: unknown) => void;
}

/** Greetings beyond the first one that a relay may send. */
const MAX_EXTRA_GREETINGS = 3;
/** The replies that each command is to have (RFC 5321 section 4.3.2), refusals aside. */
const EXPECTED = {
  _actionMAIL: /^25\d/,
  _actionRCPT: /^25\d/,
  _actionDATA: /^3\d\d/,
  _actionSMTPStream: /^25\d/,
} as const;
const REFUSAL = /^[45]\d\d(?:[ -]|$)/;
/** What only the reply to EHLO holds. */
const EXTENSION = /\n250[ -](?:PIPELINING|SIZE|8BITMIME|ENHANCEDSTATUSCODES|STARTTLS|AUTH|SMTPUTF8|DSN)\b/i;

/**
 * Makes a connection notice replies that answer nothing, such as a second greeting.
 *
 * nodemailer takes the next reply for the answer to the command it has sent, whatever it says. One reply too many, and
 * each command gets the answer of the one before: recipients are refused in the name of others, and a message counts as
 * taken by what was said to something else. A second greeting is passed over. Any other reply that nothing asked for, or
 * that does not fit its command, ends the connection: before the content, nothing was handed over then.
 *
 * nodemailer has no hook for this, so methods of this one connection are wrapped that its types leave out. Should a later
 * version name them otherwise, tests notice.
 */
export function keepInStep(connection: SMTPConnection): void {
  const dialogue = connection as unknown as Dialogue;
  const drop = (reply: string, type = 'EPROTOCOL'): void =>
    dialogue._onError(
      Object.assign(new Error('The relay sent a reply that answers nothing'), { code: 'EPROTOCOL' }),
      type,
      reply,
      'CONN',
    );

  for (const action of Object.keys(EXPECTED) as (keyof typeof EXPECTED)[]) {
    const go = dialogue[action].bind(dialogue);
    dialogue[action] = (reply, done) => {
      if (REFUSAL.test(reply) || isInStep(action, reply, dialogue)) go(reply, done);
      else drop(reply);
    };
  }

  let extraGreetings = 0;
  const readExtensions = dialogue._actionEHLO.bind(dialogue);
  dialogue._actionEHLO = (reply) => {
    const isGreeting = /^220(?:[ -]|$)/.test(reply);
    if (isGreeting && extraGreetings < MAX_EXTRA_GREETINGS) {
      extraGreetings += 1;
      dialogue._responseActions.unshift(dialogue._actionEHLO);
    } else if (isGreeting) drop(reply);
    else readExtensions(reply);
  };

  const send = dialogue._sendCommand.bind(dialogue);
  dialogue._sendCommand = (command, forLog) => {
    // What is there already is no answer to it. Before EHLO it is a second greeting. A connection that was in use before
    // counts as lost: the message then goes out over another one.
    if (isWaiting(dialogue) && !/^(?:EHLO|HELO) /.test(command)) drop(dialogue._responseQueue[0] ?? '', 'ECONNECTION');
    else send(withUtf8(command, dialogue), forLog);
  };
}

function isInStep(action: keyof typeof EXPECTED, reply: string, dialogue: Dialogue): boolean {
  if (!EXPECTED[action].test(reply)) return false;
  switch (action) {
    case '_actionMAIL':
      return !EXTENSION.test(reply);
    case '_actionRCPT':
      return true;
    case '_actionDATA':
      // The content would be answered by what has come already.
      return !isWaiting(dialogue);
    case '_actionSMTPStream':
      return dialogue._currentDataStream === false;
  }
}

/** Whether a reply has come that no command has taken. */
const isWaiting = ({ _responseQueue: replies }: Dialogue): boolean => replies.some((reply) => reply.trim() !== '');

/** RFC 6531 section 3.4: also for what the header holds. nodemailer says SMTPUTF8 for addresses of the envelope only. */
function withUtf8(command: string, { _envelope: envelope }: Dialogue): string {
  const isMissing =
    envelope !== false && envelope.smtpUtf8 === true && command.startsWith('MAIL FROM:') && !/ SMTPUTF8(?: |$)/.test(command);
  return isMissing ? `${command} SMTPUTF8` : command;
}
