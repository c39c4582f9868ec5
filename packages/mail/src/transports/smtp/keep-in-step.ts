import type SMTPConnection from 'nodemailer/lib/smtp-connection';

/** The private members of a nodemailer connection. Each action is called with the reply to the command of its name. */
interface Dialogue {
  /** Received replies that are not processed yet. */
  readonly _responseQueue: readonly string[];
  /** The handlers of the next replies. */
  readonly _responseActions: unknown[];
  readonly _envelope: { readonly smtpUtf8?: boolean } | false;
  /** The content, until it is completely written. */
  readonly _currentDataStream: object | false;
  _sendCommand: (command: string, forLog?: string) => void;
  readonly _onError: (error: Error, type: string, reply: string, command: string) => void;
  _actionEHLO: (reply: string) => void;
  _actionMAIL: (reply: string, done: unknown) => void;
  _actionRCPT: (reply: string, done: unknown) => void;
  _actionDATA: (reply: string, done: unknown) => void;
  _actionSMTPStream: (reply: string, done: unknown) => void;
}

/** Additional greetings that are tolerated. */
const MAX_EXTRA_GREETINGS = 3;
/** The expected positive replies to each command (RFC 5321 section 4.3.2). */
const EXPECTED = {
  _actionMAIL: /^25\d/,
  _actionRCPT: /^25\d/,
  _actionDATA: /^3\d\d/,
  _actionSMTPStream: /^25\d/,
} as const;
const REFUSAL = /^[45]\d\d(?:[ -]|$)/;
/** Text that occurs only in the reply to EHLO. */
const EXTENSION = /\n250[ -](?:PIPELINING|SIZE|8BITMIME|ENHANCEDSTATUSCODES|STARTTLS|AUTH|SMTPUTF8|DSN)\b/i;

/**
 * Makes a connection detect unsolicited replies, such as a second greeting.
 *
 * nodemailer assigns the next reply to the command that it has sent, regardless of its content. After one extra reply, each
 * command gets the reply to the previous one: the wrong recipients are rejected, and a message counts as accepted because of
 * another reply. A second greeting is skipped. Any other unsolicited reply, or one that does not fit its command, closes the
 * connection; before the content, nothing is in doubt then.
 *
 * nodemailer has no hook for this, so private methods of the connection are wrapped. If a later version renames them, tests
 * detect it.
 */
export function keepInStep(connection: SMTPConnection): void {
  const dialogue = connection as unknown as Dialogue;
  const drop = (reply: string, type = 'EPROTOCOL'): void =>
    dialogue._onError(Object.assign(new Error('The relay sent an unexpected reply'), { code: 'EPROTOCOL' }), type, reply, 'CONN');

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
    // A reply that is already waiting cannot answer this command. Before EHLO it is a second greeting. Otherwise the
    // connection counts as lost, and the message is sent over another one.
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
      // A reply that is already waiting would be taken for the answer to the content.
      return !isWaiting(dialogue);
    case '_actionSMTPStream':
      return dialogue._currentDataStream === false;
  }
}

/** Whether an unprocessed reply is waiting. */
const isWaiting = ({ _responseQueue: replies }: Dialogue): boolean => replies.some((reply) => reply.trim() !== '');

/** Adds SMTPUTF8 for a header in UTF-8 (RFC 6531 section 3.4). nodemailer adds it only for addresses of the envelope. */
function withUtf8(command: string, { _envelope: envelope }: Dialogue): string {
  const isMissing =
    envelope !== false && envelope.smtpUtf8 === true && command.startsWith('MAIL FROM:') && !/ SMTPUTF8(?: |$)/.test(command);
  return isMissing ? `${command} SMTPUTF8` : command;
}
