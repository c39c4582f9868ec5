/** The schema of an email in `POST /emails`. `buildSubmission` checks the values. */
import Type, { type Static } from 'typebox';
import { LIMITS } from '../limits.ts';

/**
 * Annotates a schema: `description` is for the documentation, and `mustBe` completes the error message "The `x` field must
 * be ..." for a value of the wrong type.
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
 * The content of a file in one of the forms that clients send. Its items are checked when they are decoded, not here. Long
 * arrays were converted to bytes before the body was parsed.
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
          'The content of the file: base64 (RFC 4648; also URL-safe, without padding, or with white space), a `data:` URL, ' +
            'an array of integers, or `{"type":"Buffer","data":[...]}`. A text that begins with `BEGIN:VCALENDAR` is used as ' +
            'it is. Each attachment needs either `content` or `path`.',
        ),
      }),
    ),
    path: Type.Optional(
      Type.String(
        documented(
          'a URL',
          'An http or https URL of up to 2,048 characters, fetched after the email is accepted. If the download fails ' +
            'permanently, the email fails. A `data:` URL is treated as `content`.',
        ),
      ),
    ),
    filename: Type.Optional(
      Type.String(
        documented(
          'a string',
          'The name of the file as shown to recipients. Defaults to the name in the URL of `path`, or to a name such as ' +
            '`attachment-1.pdf` from the position and type of the file.',
        ),
      ),
    ),
    content_type: Type.Optional(
      Type.String(
        documented(
          'a string',
          'The media type, for example `application/pdf`. Derived from the file name when absent. Message and multipart ' +
            'types are sent as `application/octet-stream`, so that the files arrive unchanged.',
        ),
      ),
    ),
    content_id: Type.Optional(
      Type.String(
        documented(
          'a string',
          'Makes the file inline: the HTML body refers to it as `cid:` followed by this id. Fewer than 128 characters.',
        ),
      ),
    ),
  },
  { additionalProperties: false, 'x-must-be': 'an object' },
);

/** A string in headers and tags: clients in dynamically typed languages also send numbers and booleans. */
export type Scalar = string | number | boolean;
const SCALAR = ['string', 'number', 'boolean'];

const TAG_TEXT = 'Up to 256 ASCII letters, digits, `_` and `-`.';
/** A tag as `name` and `value`, or as a single field of that name. */
const Tag = Type.Unsafe<GivenTag>({
  type: 'object',
  properties: {
    name: { type: 'string', ...documented('a string', TAG_TEXT) },
    value: { type: [...SCALAR, 'null'], ...documented('a string', `${TAG_TEXT} A tag with an empty value is ignored.`) },
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
  description: 'A value, or an array with one value for each field of this name.',
  type: [...SCALAR, 'null', 'array'],
  items: { type: [...SCALAR, 'null'], 'x-must-be': 'a string' },
  'x-must-be': 'a string or an array of strings',
};
const Headers = Type.Unsafe<GivenHeaders>({
  type: ['object', 'array'],
  additionalProperties: headerValue,
  items: {
    type: 'object',
    properties: { name: { type: 'string', ...documented('a string', 'The name of the header field.') }, value: headerValue },
    required: ['name', 'value'],
    additionalProperties: false,
    'x-must-be': 'an object with `name` and `value`',
  },
  ...documented(
    'an object of strings',
    'Additional header fields by name, up to 64 KB in total. ASCII values are sent unchanged; other characters are ' +
      'encoded if the field allows it and rejected otherwise. An array of strings creates one field for each; ' +
      '`[{"name","value"}]` is also accepted. `Date` sets the date of the message, `Message-ID` its id, and `Reply-To` ' +
      'is used if `reply_to` is absent. Empty values are ignored, and so are fields that are written when the message is ' +
      'composed or in transit, such as `MIME-Version`, `Content-Type` and `Return-Path`.',
  ),
});

/** When to send an email. */
export const ScheduledAt = Type.String(
  documented(
    'a time in ISO 8601 or in English',
    'When to send the email, at most 30 days ahead: ISO 8601, for example `2026-04-03T22:13:42Z`, or English, for ' +
      'example `in 1 min` or `tomorrow at 9am`. UTC unless a time zone is given; `monday` means noon, `2026-04-03` ' +
      'midnight. A time at most 5 seconds in the past means now; earlier times are rejected.',
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
            'Optional if `MAIL_DEFAULT_FROM` is set.',
        ),
      ),
    ),
    to: addresses(LIMITS.to, 'A recipient address, or an array of up to 50.'),
    subject: Type.String(documented('a string', 'The subject: one line of up to 2,000 bytes in UTF-8.')),
    html: Type.Optional(
      Type.String(
        documented(
          'a string',
          'The HTML body. At least one of `html` and `text` is required; together they can have up to 10 MB in UTF-8.',
        ),
      ),
    ),
    text: Type.Optional(
      Type.String(
        documented(
          'a string',
          'The plain text body. Generated from `html` when absent, or omitted if that takes too long. Pass an empty string ' +
            'to send no text part.',
        ),
      ),
    ),
    cc: Type.Optional(addresses(LIMITS.recipients, 'CC recipients, visible to the other recipients.')),
    bcc: Type.Optional(addresses(LIMITS.recipients, 'BCC recipients, hidden from the other recipients.')),
    reply_to: Type.Optional(addresses(LIMITS.replyTo, 'The addresses that replies go to.')),
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
          'Tags to label the email with; `{"name":"value"}` is also accepted.',
        ),
      }),
    ),
    scheduled_at: Type.Optional(ScheduledAt),
    attachments: Type.Optional(
      Type.Array(Attachment, {
        maxItems: LIMITS.attachments,
        ...documented(
          `an array of up to ${String(LIMITS.attachments)} attachments`,
          'The attachments: up to 40 MB in total, counted as base64.',
        ),
      }),
    ),
  },
  { additionalProperties: false, description: 'The email to send.' },
);

/** An email in a request. */
export type EmailBody = Static<typeof EmailBody>;

const { attachments: _attachments, ...inBatch } = EmailBody.properties;

/** An email of a batch: the same without attachments. */
export const BatchEmailBody = Type.Object(inBatch, { additionalProperties: false, description: 'An email without attachments.' });
