import type { Submission } from '@sendoff/db';
import { headerOwner, headerProblem, mailboxProblem, mayRepeatHeader, parseMailbox, splitMailboxes } from '@sendoff/mail/message';
import { LIMITS } from '../../limits.ts';
import type { GivenHeaders } from '../email-body.ts';
import { headerFieldProblem, listHeaderFields, type HeaderField } from '../list-header-fields.ts';
import { readHeaderDate } from './read-header-date.ts';

/** Custom header fields, without those that the email stores elsewhere. */
export interface OwnHeaders {
  readonly headers: Submission['headers'];
  /** The value of `Message-ID`. */
  readonly messageId: string | undefined;
  /** The mailboxes of `Reply-To` as written. */
  readonly replyTo: readonly string[];
}

/** Fields of the request that headers may repeat. */
export interface RequestFields {
  /** Whether it has `from`. */
  readonly hasFrom: boolean;
  readonly replyTo: readonly string[];
  readonly recipients: Submission['recipients'];
}

const NONE: OwnHeaders = { headers: {}, messageId: undefined, replyTo: [] };

/**
 * Checks each header field. Fields that Sendoff writes itself are left out, as are those that repeat a field of the request,
 * unless a recipient would then miss the email.
 */
export function readHeaders(given: GivenHeaders | undefined, request: RequestFields): OwnHeaders {
  if (given === undefined) return NONE;
  const headers: [name: string, value: string | readonly string[]][] = [];
  let { messageId, replyTo } = NONE;
  for (const field of listHeaderFields(given)) {
    const { name, values } = field;
    const owner = headerOwner(name);
    if (owner.kind === 'written') continue;
    if (values.length > 1 && !mayRepeatHeader(name)) throw headerFieldProblem(name, 'is given twice');
    if (owner.kind === 'date') headers.push(['Date', readDate(field)]);
    else if (owner.kind === 'field' && owner.field === 'reply_to') replyTo = request.replyTo.length > 0 ? [] : mailboxesOf(field);
    else if (owner.kind === 'field' && isSaidByRequest(owner.field, field, request)) continue;
    else {
      const problem = firstProblem(values, (value) => headerProblem(name, value));
      if (problem !== undefined) throw headerFieldProblem(name, problem);
      const [first = ''] = values;
      if (name.toLowerCase() === 'message-id') messageId = first;
      else headers.push([name, values.length === 1 ? first : values]);
    }
  }
  if (replyTo.length > LIMITS.replyTo) {
    throw headerFieldProblem('Reply-To', `must name at most ${String(LIMITS.replyTo)} addresses`);
  }
  return { headers: Object.fromEntries(headers), messageId, replyTo };
}

/** The date in one form that every mail program parses. */
function readDate({ name, values: [value = ''] }: HeaderField): string {
  const time = readHeaderDate(value);
  if (time === null) throw headerFieldProblem(name, 'must be a date such as `Fri, 03 Apr 2026 22:13:42 +0000`');
  return time.toUTCString();
}

/**
 * The mailboxes of an address header. If splitting at commas fails, the value may be one mailbox with an unquoted comma in its
 * name.
 */
function mailboxesOf({ name, values }: HeaderField): string[] {
  return values.flatMap((value) => {
    const mailboxes = splitMailboxes(value);
    const problem = firstProblem(mailboxes, mailboxProblem);
    if (problem === undefined) return mailboxes;
    if (mailboxProblem(value) === undefined) return [value.trim()];
    throw headerFieldProblem(name, problem);
  });
}

/** The problem of the first invalid text. A header may have thousands of them. */
function firstProblem(texts: readonly string[], problemOf: (text: string) => string | undefined): string | undefined {
  for (const text of texts) {
    const problem = problemOf(text);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Whether a header can be left out without loss: the request has the sender or subject, and every address is a recipient. */
function isSaidByRequest(name: string, field: HeaderField, { hasFrom, recipients }: RequestFields): boolean {
  if (name === 'subject') return true;
  if (name === 'from') return hasFrom;
  const addresses = mailboxesOf(field).map((mailbox) => parseMailbox(mailbox).address.toLowerCase());
  return addresses.every((address) => recipients.some((recipient) => recipient.address === address));
}
