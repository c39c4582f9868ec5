/** From a message and its envelope to an email that can be kept. */
import { domainToUnicode } from 'node:url';
import { timeOfId, type MessageParts, type Mode, type Submission } from '@sendoff/db';
import { InvalidMailbox, messageIdFor, parseMailbox, writeMailbox } from '@sendoff/mail/message';
import { cutToOctets, MAX_INDEXED_LENGTH } from './cut-text.ts';
import { valueOf, type HeaderSection } from './header-fields.ts';
import { prepareMessage } from './prepare-message.ts';
import type { MessageHeader } from './read-header.ts';
import { NO_PARTS } from './read-parts.ts';
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
  readonly header: MessageHeader;
  /** Null where they are read later. */
  readonly parts: MessageParts | null;
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
        // RFC 6409 section 8: without a sender there is nobody whom it could be from.
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

/** At the domain of the author, or of the sender, or of this server: whichever has one. */
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

/** As a header may have it, where the envelope has its domain in ASCII. */
function withUnicodeDomain(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return `${address.slice(0, at)}${domainToUnicode(address.slice(at)) || address.slice(at)}`;
}

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
