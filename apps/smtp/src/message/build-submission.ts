/** From a message and its envelope to an email that can be kept. */
import { timeOfId, type Mode, type Submission } from '@sendoff/db';
import { InvalidMailbox, messageIdFor, parseMailbox, writeMailbox } from '@sendoff/mail/message';
import type { Mailbox } from 'postal-mime';
import { cutToOctets, LONGEST_INDEXED } from './cut-text.ts';
import { valueOf, type HeaderSection } from './header-fields.ts';
import { prepareMessage } from './prepare-message.ts';
import type { ReadableMessage } from './read-message.ts';
import { receivedField, type Arrival } from './received-field.ts';

/** Whom MAIL and RCPT named: the local part as it was written, the domain in ASCII. */
export interface Envelope {
  /** Empty for the null reverse-path, `MAIL FROM:<>`. */
  readonly sender: string;
  /** Each once. */
  readonly recipients: readonly string[];
}

/** What was submitted. */
export interface SubmittedMail {
  readonly envelope: Envelope;
  readonly message: Buffer<ArrayBuffer>;
  readonly section: HeaderSection;
  readonly readable: ReadableMessage;
}

/** What the message does not say about itself. */
export interface SubmissionContext {
  readonly apiKeyId: string;
  readonly mode: Mode;
  readonly arrival: Omit<Arrival, 'at'>;
}

/**
 * The envelope says who gets it, and the header what is shown: a recipient that neither `To` nor `Cc` names is
 * a blind one.
 */
export function buildSubmission(mail: SubmittedMail, { apiKeyId, mode, arrival }: SubmissionContext): Submission {
  const { envelope, message, section, readable } = mail;
  const at = timeOfId(arrival.emailId);
  const sender = readable.from ?? { name: '', address: envelope.sender };
  const written = firstValue(message, section, 'message-id');
  const messageId = written === '' ? messageIdOf(arrival, sender.address, envelope.sender) : written;
  const recipients = sortRecipients(envelope, readable);

  return {
    id: arrival.emailId,
    apiKeyId,
    mode,
    messageId,
    from: writeMailbox(sender),
    fromAddress: cutToOctets(comparable(sender.address), LONGEST_INDEXED),
    to: readable.to.map(writeMailbox),
    cc: readable.cc.map(writeMailbox),
    bcc: recipients.filter(({ kind }) => kind === 'bcc').map(({ written: address }) => address),
    replyTo: readable.replyTo.map(writeMailbox),
    subject: readable.subject,
    html: readable.html,
    text: readable.text,
    headers: readable.headers,
    tags: [],
    scheduledAt: null,
    recipients: recipients.map(({ address, kind }) => ({ address, kind })),
    attachments: readable.attachments,
    message: {
      bytes: prepareMessage(message, section, {
        received: receivedField({ ...arrival, at }),
        messageId: written === '' ? messageId : null,
        date: firstValue(message, section, 'date') === '' ? at : null,
        // RFC 6409 section 8: without a sender there is nobody whom it could be from.
        from: envelope.sender !== '' && firstValue(message, section, 'from') === '' ? envelope.sender : null,
      }),
      sender: envelope.sender,
      recipients: envelope.recipients,
    },
  };
}

function firstValue(message: Buffer, { fields }: HeaderSection, name: string): string {
  const field = fields.find((candidate) => candidate.name === name);
  return field === undefined ? '' : valueOf(message, field);
}

/** At the domain of the author, or of the sender, or of this server: whichever has one. */
function messageIdOf({ emailId, by }: Pick<Arrival, 'emailId' | 'by'>, ...addresses: readonly string[]): string {
  const usable = addresses.map(parsed).find((address) => address !== null);
  return usable === undefined ? `<${emailId}@${by}>` : messageIdFor(emailId, usable);
}

function sortRecipients({ recipients }: Envelope, { to, cc }: Pick<ReadableMessage, 'to' | 'cc'>) {
  const named = { to: addressesOf(to), cc: addressesOf(cc) };
  return recipients.map((written) => {
    const address = comparable(written);
    const kind = named.to.has(address) ? ('to' as const) : named.cc.has(address) ? ('cc' as const) : ('bcc' as const);
    return { address, kind, written };
  });
}

const addressesOf = (mailboxes: readonly Mailbox[]): ReadonlySet<string> =>
  new Set(mailboxes.map(({ address }) => comparable(address)));

/** An address to look emails up by; a header may hold what is none. */
const comparable = (address: string): string => (parsed(address) ?? address).toLowerCase();

function parsed(address: string): string | null {
  try {
    return parseMailbox(address).address;
  } catch (error) {
    if (error instanceof InvalidMailbox) return null;
    throw error;
  }
}
