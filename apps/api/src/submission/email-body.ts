/** An email as clients write it: the shape of `POST /emails`. What the values mean is checked by `buildSubmission`. */
import { LIMITS } from '@sendoff/acceptance';
import Type, { type Static } from 'typebox';

/**
 * Annotates a schema for people: `description` is for the documentation, and `mustBe` ends the
 * sentence "The `x` field must be ..." that a client reads when the value has another shape.
 */
const told = (mustBe: string, description: string) => ({ description, 'x-must-be': mustBe });

const addresses = (most: number, description: string) =>
  Type.Unsafe<string | readonly string[]>({
    type: ['string', 'array'],
    items: { type: 'string', 'x-must-be': 'an email address' },
    maxItems: most,
    ...told(`an email address or an array of up to ${String(most)} email addresses`, description),
  });

/**
 * The content of a file in one of the forms that clients send. Its items are checked as they are decoded, not here.
 * Long arrays have become bytes before the body was parsed.
 */
export type AttachmentContent =
  string | Uint8Array<ArrayBuffer> | readonly unknown[] | { readonly type?: unknown; readonly data?: unknown };

const Attachment = Type.Object(
  {
    content: Type.Optional(
      Type.Unsafe<AttachmentContent>({
        type: ['string', 'array', 'object'],
        ...told(
          'base64, or an array of bytes from 0 to 255',
          'The bytes: base64 (RFC 4648, without line breaks), an array of integers, or `{"type":"Buffer","data":[...]}`. ' +
            'Each attachment has either `content` or `path`.',
        ),
      }),
    ),
    path: Type.Optional(
      Type.String(
        told(
          'a URL',
          'An http or https URL of up to 2,048 characters, fetched after the email was accepted. When that fails for good, the email fails.',
        ),
      ),
    ),
    filename: Type.Optional(
      Type.String(
        told('a string', 'The name under which the file is shown. With `path` it may be left out: the URL then gives the name.'),
      ),
    ),
    content_type: Type.Optional(
      Type.String(
        told(
          'a string',
          'The media type, such as `application/pdf`; found from the file name when absent. Messages and multiparts are sent as ' +
            '`application/octet-stream`, so that they arrive byte for byte.',
        ),
      ),
    ),
    content_id: Type.Optional(
      Type.String(told('a string', 'Makes the file inline: the html refers to it as `cid:` and this id. Under 128 characters.')),
    ),
  },
  { additionalProperties: false, 'x-must-be': 'an object' },
);

const Tag = Type.Object(
  {
    name: Type.String(told('a string', 'ASCII letters, digits, `_` and `-`; up to 256.')),
    value: Type.String(told('a string', 'ASCII letters, digits, `_` and `-`; up to 256.')),
  },
  { additionalProperties: false, 'x-must-be': 'an object with `name` and `value`' },
);

/** When an email is to be sent. */
export const ScheduledAt = Type.String(
  told(
    'a time in ISO 8601 or in English',
    'When to send it, at most 30 days ahead: ISO 8601, such as `2026-04-03T22:13:42Z`, or English, such as `in 1 min` or ' +
      '`tomorrow at 9am`. UTC unless it names a time zone; `monday` means noon, `2026-04-03` midnight. A time that passed within ' +
      'the last 5 seconds means at once; an earlier one is refused.',
  ),
);

/** The schema. */
export const EmailBody = Type.Object(
  {
    from: Type.Optional(
      Type.String(
        told(
          'an email address',
          'The sender: `name@example.com` or `Name <name@example.com>`, where the name is everything before the last `<`. ' +
            'May be left out where `MAIL_DEFAULT_FROM` is set.',
        ),
      ),
    ),
    to: addresses(LIMITS.to, 'One address or several, up to 50.'),
    subject: Type.String(told('a string', 'The subject: one line, up to 2,000 octets of UTF-8.')),
    html: Type.Optional(
      Type.String(
        told(
          'a string',
          'The HTML body. At least one of `html` and `text` is needed; together they have at most 10 MB in UTF-8.',
        ),
      ),
    ),
    text: Type.Optional(
      Type.String(told('a string', 'The plain text body. Made from `html` when absent; an empty string turns that off.')),
    ),
    cc: Type.Optional(addresses(LIMITS.recipients, 'Addresses that get a copy and are shown.')),
    bcc: Type.Optional(addresses(LIMITS.recipients, 'Addresses that get a copy and are not shown.')),
    reply_to: Type.Optional(addresses(LIMITS.replyTo, 'Where answers go.')),
    headers: Type.Optional(
      Type.Record(Type.String(), Type.String({ 'x-must-be': 'a string' }), {
        ...told(
          'an object of strings',
          'Further header fields by name, up to 64 KB together. ASCII is sent as it is; other characters are encoded where the ' +
            'field has a form for them, and refused where it has none.',
        ),
      }),
    ),
    tags: Type.Optional(
      Type.Array(Tag, {
        maxItems: LIMITS.tags,
        ...told(`an array of up to ${String(LIMITS.tags)} objects with \`name\` and \`value\``, 'Labels of your own.'),
      }),
    ),
    scheduled_at: Type.Optional(ScheduledAt),
    attachments: Type.Optional(
      Type.Array(Attachment, {
        maxItems: LIMITS.attachments,
        ...told(
          `an array of up to ${String(LIMITS.attachments)} attachments`,
          'Files that travel with the email: 40 MB together, counted as base64.',
        ),
      }),
    ),
  },
  { additionalProperties: false, description: 'An email to be sent.' },
);

/** An email as clients write it. */
export type EmailBody = Static<typeof EmailBody>;

const { attachments: _attachments, ...inBatch } = EmailBody.properties;

/** An email of a batch: the same without attachments. */
export const BatchEmailBody = Type.Object(inBatch, { additionalProperties: false, description: 'An email without attachments.' });
