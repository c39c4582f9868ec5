import type { RecipientKind, Submission } from '@sendoff/db';
import { fieldProblem, missingField } from '@sendoff/core';
import { LIMITS } from '../../limits.ts';
import type { EmailBody } from '../email-body.ts';
import { readWrittenMailbox } from './read-written-mailbox.ts';

type Addresses = Pick<Submission, 'to' | 'cc' | 'bcc' | 'replyTo' | 'recipients'>;

/**
 * Reads the address fields as written, with encoded words decoded, and the recipients: each address once, in lower case, with the
 * kind that named it first.
 */
export function readAddresses(body: EmailBody): Addresses {
  const to = readList('to', body.to, LIMITS.to);
  const cc = readList('cc', body.cc, LIMITS.recipients);
  const bcc = readList('bcc', body.bcc, LIMITS.recipients);
  const replyTo = readList('reply_to', body.reply_to, LIMITS.replyTo);
  if (to.written.length === 0) throw missingField(['to']);

  const recipients = new Map<string, RecipientKind>();
  for (const [kind, { parsed }] of [['to', to] as const, ['cc', cc] as const, ['bcc', bcc] as const]) {
    for (const address of parsed) if (!recipients.has(address)) recipients.set(address, kind);
  }
  if (recipients.size > LIMITS.recipients) {
    throw fieldProblem(['to'], `must name at most ${String(LIMITS.recipients)} addresses together with \`cc\` and \`bcc\``);
  }
  return {
    to: to.written,
    cc: cc.written,
    bcc: bcc.written,
    replyTo: replyTo.written,
    recipients: [...recipients].map(([address, kind]) => ({ address, kind })),
  };
}

interface AddressList {
  readonly written: readonly string[];
  /** In lower case. */
  readonly parsed: readonly string[];
}

function readList(field: string, value: string | readonly string[] = [], most: number): AddressList {
  const given = typeof value === 'string' ? [value] : value;
  if (given.length > most) {
    throw fieldProblem([field], `must be an email address or an array of up to ${String(most)} email addresses`);
  }
  const mailboxes = given.map((text, index) => {
    const mailbox = readWrittenMailbox(text);
    if ('problem' in mailbox) throw fieldProblem(typeof value === 'string' ? [field] : [field, index], mailbox.problem);
    return mailbox;
  });
  return { written: mailboxes.map(({ written }) => written), parsed: mailboxes.map(({ address }) => address) };
}
