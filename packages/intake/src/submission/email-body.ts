/** An email as clients write it: the shape of `POST /emails`. What the values mean is checked by `buildSubmission`. */
import { LIMITS } from '../limits.ts';
import Type, { type Static } from 'typebox';

/**
 * Annotates a schema for people: `description` is for the documentation, and `mustBe` ends the
 * sentence "The `x` field must be ..." that a client reads when the value has another shape.
 */
const documented = (mustBe: string, description: string) => ({ description, 'x-must-be': mustBe });

const addresses = (most: number, description: string) =>
  Type.Unsafe<string | readonly string[]>({
    type: ['string', 'array'],
    items: { type: 'string', 'x-must-be': 'an email address' },
    maxItems: most,
    ...documented(`an email address or an array of up to ${String(most)} email addresses`, description),
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
        ...documented(
          'base64, or an array of bytes from 0 to 255',
          'The bytes: base64 (RFC 4648, also url-safe, without padding or with white space), a `data:` URL, an array of ' +
            'integers, or `{"type":"Buffer","data":[...]}`. A text that begins with `BEGIN:VCALENDAR` is taken as it is. ' +
            'Each attachment has either `content` or `path`.',
        ),
      }),
    ),
    path: Type.Optional(
      Type.String(
        documented(
          'a URL',
          'An http or https URL of up to 2,048 characters, fetched after the email was accepted. When that fails for good, ' +
            'the email fails. A `data:` URL is taken as `content`.',
        ),
      ),
    ),
    filename: Type.Optional(
      Type.String(
        documented(
          'a string',
          'The name under which the file is shown. Where it is left out, the URL of `path` gives it, or it is `attachment-1.pdf` ' +
            'by the place and the type of the file.',
        ),
      ),
    ),
    content_type: Type.Optional(
      Type.String(
        documented(
          'a string',
          'The media type, such as `application/pdf`; found from the file name when absent. Messages and multiparts are sent as ' +
            '`application/octet-stream`, so that they arrive byte for byte.',
        ),
      ),
    ),
    content_id: Type.Optional(
      Type.String(
        documented('a string', 'Makes the file inline: the html refers to it as `cid:` and this id. Under 128 characters.'),
      ),
    ),
  },
  { additionalProperties: false, 'x-must-be': 'an object' },
);

/** What stands for a text in headers and tags: clients in languages without types send numbers as they are. */
export type Scalar = string | number | boolean;
const SCALAR = ['string', 'number', 'boolean'];

const TAG_TEXT = 'ASCII letters, digits, `_` and `-`; up to 256.';
/** A name with its value as `name` and `value`, or as the only field. */
const Tag = Type.Unsafe<GivenTag>({
  type: 'object',
  properties: {
    name: { type: 'string', ...documented('a string', TAG_TEXT) },
    value: { type: [...SCALAR, 'null'], ...documented('a string', `${TAG_TEXT} A tag with an empty one is left out.`) },
  },
  additionalProperties: { type: [...SCALAR, 'null'], 'x-must-be': 'a string' },
  maxProperties: 2,
  'x-must-be': 'an object with `name` and `value`',
});

/** Tags as a list, or by name. */
export type GivenTags = readonly GivenTag[] | GivenTag;
/** A tag with `name` and `value`, or names with their values. */
export type GivenTag = Readonly<Record<string, Scalar | null>>;

/** The value of a header, or its values. */
export type HeaderValue = Scalar | null | readonly (Scalar | null)[];
/** Headers by name, or as a list. */
export type GivenHeaders = Readonly<Record<string, HeaderValue>> | readonly ListedHeader[];
/** A header in a list. */
export interface ListedHeader {
  readonly name: string;
  readonly value: HeaderValue;
}

const headerValue = {
  description: 'A value, or one for each field of this name.',
  type: [...SCALAR, 'null', 'array'],
  items: { type: [...SCALAR, 'null'], 'x-must-be': 'a string' },
  'x-must-be': 'a string or an array of strings',
};
const Headers = Type.Unsafe<GivenHeaders>({
  type: ['object', 'array'],
  additionalProperties: headerValue,
  items: {
    type: 'object',
    properties: { name: { type: 'string', ...documented('a string', 'The name of a field.') }, value: headerValue },
    required: ['name', 'value'],
    additionalProperties: false,
    'x-must-be': 'an object with `name` and `value`',
  },
  ...documented(
    'an object of strings',
    'Further header fields by name, up to 64 KB together. ASCII is sent as it is; other characters are encoded where the field ' +
      'has a form for them, and refused where it has none. An array of strings is one field for each; `[{"name","value"}]` is taken as well. `Date` ' +
      'dates the message, `Message-ID` names it, `Reply-To` stands in for `reply_to`; fields that are written with the message ' +
      'or on its way, such as `MIME-Version`, `Content-Type` and `Return-Path`, are ignored, as are empty values.',
  ),
});

/** When an email is to be sent. */
export const ScheduledAt = Type.String(
  documented(
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
        documented(
          'an email address',
          'The sender: `name@example.com` or `Name <name@example.com>`, where the name is everything before the last `<`. ' +
            'May be left out where `MAIL_DEFAULT_FROM` is set.',
        ),
      ),
    ),
    to: addresses(LIMITS.to, 'One address or several, up to 50.'),
    subject: Type.String(documented('a string', 'The subject: one line, up to 2,000 octets of UTF-8.')),
    html: Type.Optional(
      Type.String(
        documented(
          'a string',
          'The HTML body. At least one of `html` and `text` is needed; together they have at most 10 MB in UTF-8.',
        ),
      ),
    ),
    text: Type.Optional(
      Type.String(
        documented(
          'a string',
          'The plain text body. Made from `html` when absent, and left out where that takes too long; an empty string turns that off.',
        ),
      ),
    ),
    cc: Type.Optional(addresses(LIMITS.recipients, 'Addresses that get a copy and are shown.')),
    bcc: Type.Optional(addresses(LIMITS.recipients, 'Addresses that get a copy and are not shown.')),
    reply_to: Type.Optional(addresses(LIMITS.replyTo, 'Where answers go.')),
    headers: Type.Optional(Headers),
    tags: Type.Optional(
      Type.Unsafe<GivenTags>({
        type: ['array', 'object'],
        items: Tag,
        maxItems: LIMITS.tags,
        additionalProperties: { type: [...SCALAR, 'null'], 'x-must-be': 'a string' },
        maxProperties: LIMITS.tags,
        ...documented(
          `an array of up to ${String(LIMITS.tags)} objects with \`name\` and \`value\``,
          'Labels of your own; `{"name":"value"}` is taken as well.',
        ),
      }),
    ),
    scheduled_at: Type.Optional(ScheduledAt),
    attachments: Type.Optional(
      Type.Array(Attachment, {
        maxItems: LIMITS.attachments,
        ...documented(
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
