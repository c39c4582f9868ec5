/** What the API takes beyond its documentation, and what it takes it for: a row each of a table in docs/errors.md. */
export const CLIENT_FORMS: readonly (readonly [form: string, meaning: string, clients: string])[] = [
  [
    '`null` in any field; `""` in `from`, `cc`, `bcc`, `reply_to`, `headers`, `tags`, `attachments`, `template` or `topic_id`; blanks in a list of `cc`, `bcc` or `reply_to`',
    'As if the field or item were absent. `"text":""` still means that no text is made from the html.',
    'Payload, Laravel, n8n',
  ],
  ['`"headers":[]`', 'No headers.', 'PHP'],
  [
    '`replyTo`, `scheduledAt`, `topicId`; in attachments `contentType`, `contentId`, `inlineContentId`, `inline_content_id`',
    'The documented field, which counts where both are given.',
    'n8n, Rust, Go, Laravel',
  ],
  [
    '`"headers":{"X-Tag":["a","b"]}`',
    'One field for each value. Fields that a message may have only once (`Message-ID`, `References`, `List-*` …) are refused.',
    '',
  ],
  ['`"headers":[{"name":"X-C","value":"v"}]`', 'As the object; a name may come several times.', 'Swoosh'],
  ['Numbers and `true` or `false` as values of headers and tags', 'Their text.', 'Rails'],
  ['Header values with folded lines', 'Unfolded (RFC 5322 section 2.2.3). Any other line break is refused.', 'Symfony, Laravel'],
  ['Empty header values', 'The header is left out.', 'n8n'],
  ['`Reply-To` among the headers', 'Stands in for `reply_to`, which counts where both are given.', 'Symfony'],
  ['`Date` among the headers, as in RFC 5322 or ISO 8601', 'The date of the message, in UTC.', 'Rails, Laravel, Symfony'],
  ['`Message-ID` among the headers', 'The Message-ID of the message.', 'Rails, Laravel'],
  [
    '`MIME-Version`, `Content-*`, `Return-Path`, `Received`, `Received-SPF`, `Delivered-To`, `DKIM-Signature`, `ARC-*` and `Authentication-Results` among the headers',
    'Ignored: they are written when the message is composed or carried. `Resent-*` is refused.',
    'Laravel, Symfony',
  ],
  [
    '`From`, `Subject`, `To`, `Cc` and `Bcc` among the headers',
    'Ignored beside `from` and `subject`, and where every address gets the email anyway. A recipient who is named only there is refused, so that nobody is missed.',
    '',
  ],
  [
    '`content` in base64 with line breaks or white space, without padding, or in the alphabet for URLs',
    'The same bytes.',
    'Ruby, PHP',
  ],
  ['A `data:` URL as `content` or `path`', 'Its bytes, and its media type unless `content_type` is given.', ''],
  ['`content` that begins with `BEGIN:VCALENDAR`', 'The text itself. It cannot be base64.', 'Laravel, .NET'],
  [
    '`filename` absent, empty or `false`',
    '`attachment-1.pdf`, by the place and the type of the file; with `path` the name in the URL.',
    'Node.js, Rust',
  ],
  ['An empty `content` beside `path`, and an empty `path` beside `content`', 'The other one.', ''],
  ['`content_id` in angle brackets', 'What is between them.', ''],
  ['`"tags":{"order":"17"}`, and `"tags":[{"order":"17"}]`', 'A tag for each name.', 'Symfony'],
  ['Tags with an empty value', 'Left out.', 'n8n'],
  [
    '`id` and `email_id` in the body of `PATCH /emails/:id`, `id` and `webhook_id` in that of `PATCH /webhooks/:id`, `id` and `api_key_id` in that of `PATCH /api-keys/:id`',
    'The id in the path once more; another one is refused.',
    'Python, Go, Ruby',
  ],
  [
    '`status` and `name` in `POST /webhooks`, `name` in `PATCH /webhooks/:id`',
    'Kept and shown; an empty name takes it away.',
    '.NET',
  ],
  [
    '`events` of what is not served, such as `email.opened` and `contact.created`',
    'Kept and shown, and never posted. A word that is none of the Resend API is refused, and the message lists them all.',
    'CLI, examples of every SDK',
  ],
  [
    '`?validation_mode=permissive` on `POST /emails/batch`',
    'The header `x-batch-validation`, which counts where both are given.',
    'n8n',
  ],
  ['`POST /email`', '`POST /emails`.', 'Node.js before 1.0'],
  [
    'The lists of what is not served: `GET /domains`, `/templates`, `/audiences`, `/segments`, `/topics`, `/contacts`, `/contact-properties`, `/contacts/imports`, `/broadcasts`, `/emails/receiving`, `/events`, `/automations`, `/inboxes`, `/logs`, `/oauth/grants`',
    'An empty list. Everything else of them is 404.',
    'CLI',
  ],
];
