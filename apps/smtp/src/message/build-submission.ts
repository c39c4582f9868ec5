/** Builds the email to store from a message and its envelope. */
import { domainToUnicode } from 'node:url';
import { timeOfId, type MessageParts, type Mode, type Submission } from '@sendoff/db';
import { messageIdFor, readMailbox, writeMailbox } from '@sendoff/mail/message';
import { cutToOctets, MAX_INDEXED_LENGTH } from './cut-text.ts';
import { valueOf, type HeaderSection } from './header-fields.ts';
import { prepareMessage } from './prepare-message.ts';
import type { MessageHeader } from './read-header.ts';
import { NO_PARTS } from './read-parts.ts';
import { receivedField, type Arrival } from './received-field.ts';

/** The addresses of MAIL and RCPT: the local part as written, the domain in ASCII. */
export interface Envelope {
  /** Empty for the null reverse-path, `MAIL FROM:<>`. */
  readonly sender: string;
  /** Without duplicates. */
  readonly recipients: readonly string[];
}

/** A submitted message with its parsed header. */
export interface SubmittedMail {
  readonly envelope: Envelope;
  readonly message: Buffer<ArrayBuffer>;
  readonly section: HeaderSection;
  readonly header: MessageHeader;
  /** Null while they are still to be parsed. */
  readonly parts: MessageParts | null;
}

/** What is known about the submission from outside the message. */
export interface SubmissionContext {
  readonly apiKeyId: string;
  readonly mode: Mode;
  readonly arrival: Omit<Arrival, 'at'>;
}

/**
 * Builds the submission. The envelope decides who receives it, and the header what is displayed: a recipient that neither `To`
 * nor `Cc` names is a Bcc recipient.
 */
export function buildSubmission(mail: SubmittedMail, { apiKeyId, mode, arrival }: SubmissionContext): Submission {
  const { envelope, message, section, header } = mail;
  const { html, text, attachments } = mail.parts ?? NO_PARTS;
  const at = timeOfId(arrival.emailId);
  const sender = header.from ?? { name: '', address: envelope.sender };
  const written = firstValue(message, section, 'message-id');
  const messageId = written === '' ? messageIdOf(arrival, sender.address, envelope.sender) : written;
  const recipients = sortRecipients(envelope, header);

  return {
    id: arrival.emailId,
    apiKeyId,
    mode,
    messageId,
    from: writeMailbox(sender),
    fromAddress: cutToOctets(comparable(sender.address), MAX_INDEXED_LENGTH),
    to: header.to.map(writeMailbox),
    cc: header.cc.map(writeMailbox),
    bcc: recipients.filter(({ kind }) => kind === 'bcc').map(({ written: address }) => address),
    replyTo: header.replyTo.map(writeMailbox),
    subject: header.subject,
    html,
    text,
    headers: header.headers,
    tags: [],
    scheduledAt: null,
    recipients: recipients.map(({ address, kind }) => ({ address, kind })),
    attachments,
    message: {
      bytes: prepareMessage(message, section, {
        received: receivedField({ ...arrival, at }),
        messageId: written === '' ? messageId : null,
        date: firstValue(message, section, 'date') === '' ? at : null,
        // RFC 6409 section 8 has the envelope sender fill in a missing From; the null sender cannot.
        from: envelope.sender !== '' && firstValue(message, section, 'from') === '' ? envelope.sender : null,
      }),
      sender: envelope.sender,
      recipients: envelope.recipients,
      partsPending: mail.parts === null,
    },
  };
}

function firstValue(message: Buffer, { fields }: HeaderSection, name: string): string {
  const field = fields.find((candidate) => candidate.name === name);
  return field === undefined ? '' : valueOf(message, field);
}

/** A Message-ID at the domain of the author, else of the envelope sender, else of this server. */
function messageIdOf({ emailId, by }: Pick<Arrival, 'emailId' | 'by'>, ...addresses: readonly string[]): string {
  const usable = addresses.map(parsed).find((address) => address !== null);
  return usable === undefined ? `<${emailId}@${by}>` : messageIdFor(emailId, usable);
}

function sortRecipients({ recipients }: Envelope, { named }: Pick<MessageHeader, 'named'>) {
  return recipients.map((written) => {
    const address = comparable(written);
    const spellings = [address, withUnicodeDomain(address)];
    const isNamedBy = (field: ReadonlySet<string>): boolean => spellings.some((spelling) => field.has(spelling));
    const kind = isNamedBy(named.to) ? ('to' as const) : isNamedBy(named.cc) ? ('cc' as const) : ('bcc' as const);
    return { address, kind, written };
  });
}

/** The spelling that a header may use, while the envelope has the domain in ASCII. */
function withUnicodeDomain(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return `${address.slice(0, at)}${domainToUnicode(address.slice(at)) || address.slice(at)}`;
}

/** An address in the form that emails are looked up by; a value that is no valid address is kept in lower case. */
const comparable = (address: string): string => (parsed(address) ?? address).toLowerCase();

function parsed(address: string): string | null {
  const mailbox = readMailbox(address);
  return 'problem' in mailbox ? null : mailbox.address;
}
