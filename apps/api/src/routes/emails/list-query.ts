/** The query of `GET /emails`: paging and filters. */
import { LIMITS } from '@sendoff/intake';
import { nameField, SendoffError } from '@sendoff/core';
import type { EmailFilter, EmailStatus, Mode } from '@sendoff/db';
import { readMailbox, textProblem } from '@sendoff/mail/message';
import Type, { type Static } from 'typebox';
import { readIsoTime } from '@sendoff/intake/submission';
import { pageParameters } from '../page-parameters.ts';
import { MODES, STATUSES } from './email-schema.ts';

/** The default page size. */
export const DEFAULT_LIMIT = 20;

const ONE_OF = 'Only one of `to`, `from`, `tag` and `subject` can be used at a time.';

const text = (description: string, mustBe: string, examples: readonly string[]) =>
  Type.Optional(Type.String({ description, 'x-must-be': mustBe, examples }));

const time = (description: string) =>
  text(`${description} ISO 8601, UTC if no offset is given. Encode \`+\` as \`%2B\`.`, 'a time in ISO 8601', [
    '2026-04-03T22:13:42Z',
  ]);

/** The schema. */
export const ListQuery = Type.Object(
  {
    ...pageParameters('emails', 'email', DEFAULT_LIMIT),
    status: Type.Optional(
      Type.Unsafe<EmailStatus>({
        type: 'string',
        enum: STATUSES,
        description: 'Only emails with this status.',
        'x-must-be': `one of ${STATUSES.join(', ')}`,
        examples: ['deferred'],
      }),
    ),
    mode: Type.Optional(
      Type.Unsafe<Mode>({
        type: 'string',
        enum: MODES,
        description: '`test`: emails that are simulated in the sandbox and never delivered. `live`: all others.',
        'x-must-be': `one of ${MODES.join(', ')}`,
        examples: ['live'],
      }),
    ),
    to: text(`Only emails to exactly this address, as \`to\`, \`cc\` or \`bcc\`. ${ONE_OF}`, 'an email address', [
      'ada@example.com',
    ]),
    from: text(`Only emails from exactly this address, whatever the display name. ${ONE_OF}`, 'an email address', [
      'hello@acme.example',
    ]),
    tag: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9_-]{1,256}:[A-Za-z0-9_-]{1,256}$',
        description: `Only emails with exactly this tag, as \`name:value\`. ${ONE_OF}`,
        'x-must-be': '`name:value`, such as `category:welcome`',
        examples: ['category:welcome'],
      }),
    ),
    subject: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: LIMITS.subject,
        description: `Only emails whose subject begins with this text (case-sensitive). ${ONE_OF}`,
        'x-must-be': `1 to ${String(LIMITS.subject)} characters`,
        examples: ['Your invoice'],
      }),
    ),
    created_after: time('Only emails accepted at or after this time.'),
    created_before: time('Only emails accepted before this time.'),
  },
  { additionalProperties: false },
);
/** The query. */
export type ListQuery = Static<typeof ListQuery>;

/**
 * The filter that a query asks for.
 *
 * @throws {SendoffError} naming the parameter that is not valid.
 */
export function readEmailFilter(query: ListQuery): EmailFilter {
  const { to, from, tag, subject, status, mode } = query;
  const given = Object.entries({ to, from, tag, subject }).filter(([, value]) => value !== undefined);
  if (given.length > 1) {
    const names = given.map(([name]) => `\`${name}\``).join(' and ');
    throw new SendoffError('invalid_parameter', `The parameters ${names} exclude each other. ${ONE_OF}`);
  }
  return {
    status,
    mode,
    by: readBy(query),
    createdAfter: readTime('created_after', query.created_after),
    createdBefore: readTime('created_before', query.created_before),
  };
}

function readBy({ to, from, tag, subject }: ListQuery): EmailFilter['by'] {
  if (to !== undefined) return { kind: 'recipient', address: readAddress('to', to) };
  if (from !== undefined) return { kind: 'sender', address: readAddress('from', from) };
  if (tag !== undefined) {
    const [name = '', value = ''] = tag.split(':');
    return { kind: 'tag', name, value };
  }
  if (subject === undefined) return undefined;
  const wrong = textProblem(subject);
  if (wrong !== undefined) throw problem('subject', wrong);
  return { kind: 'subject', prefix: subject };
}

function readAddress(parameter: string, value: string): string {
  const mailbox = readMailbox(value);
  if ('problem' in mailbox) throw problem(parameter, mailbox.problem);
  return mailbox.address.toLowerCase();
}

function readTime(parameter: string, value: string | undefined): Date | undefined {
  if (value === undefined) return undefined;
  const read = readIsoTime(value);
  if (read === null) throw problem(parameter, 'must be a time in ISO 8601, such as `2026-04-03T22:13:42Z`; encode `+` as `%2B`');
  return read;
}

const problem = (parameter: string, what: string) =>
  new SendoffError('invalid_parameter', `${nameField([parameter], 'parameter')} ${what}.`);
