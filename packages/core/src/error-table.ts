/**
 * Every error that a client of the API can get, in one table.
 *
 * The code names the cause inside Sendoff; `name` is the name on the wire. Several causes share a name, because clients of the
 * Resend API know only its names: an official client treats a 5xx with another name as a success.
 */

import type { SmtpReply } from './delivery/smtp-reply.ts';

/** The names of errors on the wire. */
export type ErrorName =
  | 'application_error'
  | 'concurrent_idempotent_requests'
  | 'daily_quota_exceeded'
  | 'invalid_attachment'
  | 'invalid_from_address'
  | 'invalid_idempotency_key'
  | 'invalid_idempotent_request'
  | 'invalid_parameter'
  | 'invalid_permission'
  | 'method_not_allowed'
  | 'missing_api_key'
  | 'missing_required_field'
  | 'not_found'
  | 'rate_limit_exceeded'
  | 'restricted_api_key'
  | 'validation_error';

/** A reply that always has an enhanced status code. */
export type ErrorReply = SmtpReply & { readonly enhancedCode: string };

/** One row of the table. */
export interface ErrorDefinition {
  readonly name: ErrorName;
  /** HTTP status code. */
  readonly status: number;
  /** The default message; code that throws the error can pass a more specific one. */
  readonly message: string;
  /** How to fix it, for the documentation. */
  readonly help: string;
  /** The reply over SMTP; absent if the error does not occur there. */
  readonly smtp?: ErrorReply;
  /** True if it never occurs over HTTP; name and status are then those of a comparable HTTP error. */
  readonly smtpOnly?: true;
}

const row = (name: ErrorName, status: number, message: string, help: string, reply?: ReplyOfError): ErrorDefinition => ({
  name,
  status,
  message,
  help,
  ...(reply !== undefined && { smtp: { text: message, ...reply } }),
});

type ReplyOfError = Omit<ErrorReply, 'text'> & Partial<ErrorReply>;

const smtp = (code: number, enhancedCode: string, text?: string): ReplyOfError => ({
  code,
  enhancedCode,
  ...(text !== undefined && { text }),
});

/** The table, by code. */
export const ERRORS = {
  malformed_body: row(
    'validation_error',
    400,
    'The request body is not valid JSON.',
    'Check quotes, commas and the encoding (UTF-8) of the body.',
  ),
  invalid_idempotency_key: row(
    'invalid_idempotency_key',
    400,
    'The `Idempotency-Key` header must have 1 to 256 characters.',
    'Use one key for each email, such as an order number or a UUID, and reuse it only to repeat the same request.',
    smtp(554, '5.6.0', 'The header `Resend-Idempotency-Key` must have 1 to 256 characters.'),
  ),
  missing_api_key: row(
    'missing_api_key',
    401,
    'Missing API key. Send it in the header `Authorization: Bearer KEY`.',
    'Create a key with `npx -y pnpm@12 sendoff keys create NAME`.',
    smtp(530, '5.7.0', 'Authentication required: the user name is `resend` or `sendoff`, the password an API key.'),
  ),
  unknown_api_key: row(
    'validation_error',
    401,
    'API key is invalid',
    'The key is mistyped, revoked, expired, or belongs to another deployment.',
    smtp(535, '5.7.8'),
  ),
  restricted_api_key: row(
    'restricted_api_key',
    401,
    'This API key is restricted to only send emails.',
    'Use a key with `full_access` to read or manage anything.',
  ),
  invalid_link: row(
    'invalid_permission',
    403,
    'This link is not valid or has expired.',
    'Retrieve the attachment again to get a new `download_url`. It is valid for one hour and must be used unchanged.',
  ),
  foreign_origin: row(
    'invalid_permission',
    403,
    'This request comes from another site.',
    'A browser that is signed in to the dashboard can change things only from the dashboard: scheme, host and port ' +
      'must match. If a proxy terminates TLS or changes the `Host` header, set `PUBLIC_URL` to the address shown in the ' +
      'browser. Programs should send an API key instead.',
  ),
  test_key: row(
    'restricted_api_key',
    403,
    'This operation is not available to test keys.',
    'Use a live key. A test key can see and change only test mail, test keys and the webhooks of test keys; everything ' +
      'else does not exist for it.',
  ),
  beyond_own_rights: row(
    'restricted_api_key',
    403,
    'An API key cannot create or change a key with more rights than its own.',
    'The message says which right is missing. Use a live key with full access and without limits, or `sendoff keys`.',
  ),
  webhook_quota_reached: row(
    'restricted_api_key',
    403,
    'This API key has reached its webhook quota.',
    'Delete a webhook, or raise the `webhooks` quota of the key.',
  ),
  sign_in_link_used: row(
    'invalid_permission',
    403,
    'This sign-in link was already used or has expired.',
    'Each link works once and expires after 15 minutes. Sign in with an API key instead.',
  ),
  network_not_allowed: row(
    'restricted_api_key',
    403,
    'This API key may not be used from this address.',
    'The key can be used only from certain networks; the message names the address of the request. Behind a proxy, set ' +
      '`TRUST_PROXY`; otherwise all clients appear to have the address of the proxy.',
    smtp(535, '5.7.1'),
  ),
  sender_not_allowed: row(
    'validation_error',
    403,
    'This API key may not send as this address.',
    'The message names the address and the senders that the key allows. `From` and `Sender` must match completely, and ' +
      'a domain does not include its subdomains. Over SMTP the envelope sender must be empty or belong to one of the ' +
      'allowed domains.',
    smtp(550, '5.7.1'),
  ),
  route_not_found: row('not_found', 404, 'The requested endpoint does not exist.', 'The endpoints are listed at /docs.'),
  email_not_found: row('not_found', 404, 'Email not found', 'The id is wrong, or the email belongs to another deployment.'),
  api_key_not_found: row('not_found', 404, 'API key not found', 'The id is wrong, or the key was deleted.'),
  attachment_not_found: row(
    'not_found',
    404,
    'Attachment not found',
    'The id is wrong, the file has not been fetched yet, or it was removed when the content of the email expired.',
  ),
  suppression_not_found: row(
    'not_found',
    404,
    'Suppression not found',
    'The id or the address is wrong, or the address is no longer on the list and gets email.',
  ),
  webhook_not_found: row('not_found', 404, 'Webhook not found', 'The id is wrong, or the webhook was deleted.'),
  webhook_event_not_found: row(
    'not_found',
    404,
    'Webhook event not found',
    'One of the ids is wrong, the webhook was deleted, or the event was deleted after `CONTENT_RETENTION`.',
  ),
  method_not_allowed: row(
    'method_not_allowed',
    405,
    'This method is not allowed for the requested endpoint.',
    'The `Allow` header of the response lists the allowed methods.',
  ),
  body_too_slow: row(
    'validation_error',
    408,
    'The request body arrived too slowly. Nothing was stored.',
    'A body of up to 64 KB must arrive within 15 seconds, a larger one at 16 KB per second or more. Use a faster ' +
      'connection, or host large files and send their URLs as `path`.',
  ),
  idempotency_key_reused: row(
    'invalid_idempotent_request',
    409,
    'This idempotency key was used for another request within the last 24 hours. Nothing was stored.',
    'Use a new key for each new request. A repeated request must have exactly the same body.',
    smtp(554, '5.5.0', 'This idempotency key was used for another message within the last 24 hours. Nothing was stored.'),
  ),
  idempotency_key_in_flight: row(
    'concurrent_idempotent_requests',
    409,
    'A request with this idempotency key is still in progress. Nothing was stored.',
    'Wait a moment and repeat the request: it then returns the response of the first one.',
    smtp(451, '4.5.0', 'A message with this idempotency key is still being processed. Send it again in a moment.'),
  ),
  body_too_large: row(
    'validation_error',
    413,
    'The request body is too large.',
    'The limit is 120 MB for emails, batches and imports (attachments: 40 MB in total after base64), and 256 KB for ' +
      'every other request.',
  ),
  unsupported_media_type: row(
    'validation_error',
    415,
    'The request body must be JSON, with the header `Content-Type: application/json`.',
    'Set the header `Content-Type: application/json`.',
  ),
  missing_field: row('missing_required_field', 422, 'A required field is missing.', 'The message names the field.'),
  invalid_field: row(
    'validation_error',
    422,
    'A field has a value that is not allowed.',
    'The message names the field and says what is required.',
  ),
  invalid_from_address: row(
    'invalid_from_address',
    422,
    'Invalid `from` field.',
    'Write the sender as `email@example.com` or `Name <email@example.com>`.',
    smtp(550, '5.1.7'),
  ),
  invalid_attachment: row(
    'invalid_attachment',
    422,
    'An attachment is not valid.',
    'The message names the attachment, counted from 1, and says what is required.',
  ),
  wrong_status: row(
    'validation_error',
    422,
    'The status of the email does not allow this.',
    'The message names the status, which `GET /emails/:id` returns as `status`.',
  ),
  webhook_not_replayable: row(
    'validation_error',
    422,
    'The event cannot be replayed now.',
    'The message says why: the webhook is disabled, or the event is being delivered right now.',
  ),
  content_expired: row(
    'validation_error',
    422,
    'The content of this email has been removed, so it cannot be sent again.',
    'Send a new email. `CONTENT_RETENTION` sets how long content is stored.',
  ),
  invalid_parameter: row(
    'invalid_parameter',
    422,
    'A parameter of the path or the query has a value that is not allowed.',
    'The message names the parameter and says what is required.',
  ),
  relay_header_not_allowed: row(
    'validation_error',
    422,
    'A header field contains instructions for a relay, which is not allowed here.',
    'The message names the field. Leave it out. The operator can set `RELAY_HEADERS=allow` if every key is trusted to ' +
      'control the relay.',
    smtp(550, '5.7.1'),
  ),
  rate_limited: row(
    'rate_limit_exceeded',
    429,
    'Too many emails or requests for this API key. Retry after the number of seconds in the `retry-after` header.',
    'The limit is set by `RATE_LIMIT`; emails over SMTP count as well. Every response has the headers ' +
      '`ratelimit-limit`, `ratelimit-remaining` and `ratelimit-reset`.',
    smtp(451, '4.7.1', 'Too many emails for this API key. Send it again in a moment.'),
  ),
  daily_quota_exceeded: row(
    'daily_quota_exceeded',
    429,
    'This API key has reached its daily quota.',
    'The message names the quota. It resets at midnight UTC, after the number of seconds in the `retry-after` header. ' +
      'Nothing of the request was stored.',
    smtp(452, '4.7.1'),
  ),
  too_many_scheduled: row(
    'rate_limit_exceeded',
    429,
    'This API key has too many scheduled emails.',
    'Send without `scheduled_at`, cancel some scheduled emails, or wait until some are sent. Nothing of the request ' +
      'was stored.',
  ),
  too_many_failures: row(
    'rate_limit_exceeded',
    429,
    'Too many wrong API keys from this address. Retry after the number of seconds in the `retry-after` header.',
    'Find the client that sends a wrong key. Behind a proxy, set `TRUST_PROXY`; otherwise all clients share the ' +
      'address of the proxy.',
    smtp(421, '4.7.0', 'Too many wrong API keys from this address. Try again in a minute.'),
  ),
  internal: row(
    'application_error',
    500,
    'Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice.',
    'The log of the API has the cause under the id in the `x-request-id` response header.',
    smtp(451, '4.3.0', 'Something went wrong on our side. Send it again later.'),
  ),
  unavailable: row(
    'application_error',
    503,
    'Sendoff is temporarily unavailable. Try again shortly.',
    '`/readyz` reports which service is unreachable.',
    smtp(451, '4.3.0'),
  ),
  overloaded: row(
    'application_error',
    503,
    'Too many large requests at once. Retry after the number of seconds in the `retry-after` header.',
    'Send fewer large attachments at once, or run more replicas of the API.',
    smtp(452, '4.3.1', 'Too many large messages at once. Send it again in a moment.'),
  ),
  invalid_recipient_address: {
    ...row(
      'validation_error',
      422,
      'The recipient is not a valid address.',
      'The reply says what is wrong with the address.',
      smtp(550, '5.1.3'),
    ),
    smtpOnly: true,
  },
  smtputf8_required: {
    ...row(
      'validation_error',
      422,
      'The address has non-ASCII characters before the @, and MAIL did not declare SMTPUTF8.',
      'Use a client that supports SMTPUTF8 (RFC 6531).',
      smtp(553, '5.6.7'),
    ),
    smtpOnly: true,
  },
  unknown_parameter: {
    ...row(
      'validation_error',
      422,
      'MAIL or RCPT has an unsupported parameter.',
      'Leave the parameter out. The reply to EHLO lists the supported extensions; `REQUIRETLS`, `HOLDUNTIL` and ' +
        '`HOLDFOR` are not supported.',
      smtp(555, '5.5.4'),
    ),
    smtpOnly: true,
  },
  too_many_recipients: {
    ...row(
      'validation_error',
      422,
      'A message can have up to 150 recipients. Send it again for the others.',
      'Mail servers do this automatically (RFC 5321 section 4.5.3.1.10). The recipients before this one are not affected.',
      smtp(452, '4.5.3'),
    ),
    smtpOnly: true,
  },
  message_too_large: {
    ...row(
      'validation_error',
      413,
      'The message is larger than 40 MB.',
      'Put large files elsewhere and send a link.',
      smtp(552, '5.3.4'),
    ),
    smtpOnly: true,
  },
  header_too_large: {
    ...row(
      'validation_error',
      413,
      'The header of the message is too large.',
      'A header can have up to 256 KB and 1,000 fields. The reply says which limit was exceeded.',
      smtp(552, '5.3.4'),
    ),
    smtpOnly: true,
  },
  message_not_ended: {
    ...row(
      'validation_error',
      408,
      'The message did not end in time. Nothing was stored, and the connection is closed.',
      'A message must end within one minute plus one second for each 16 KB received, up to half an hour. Use a faster ' +
        'connection, or send a link to large files.',
      smtp(421, '4.4.2'),
    ),
    smtpOnly: true,
  },
  session_too_long: {
    ...row(
      'rate_limit_exceeded',
      429,
      'This connection had too many commands, or was open too long, without a message. Connect again to send one.',
      'A connection can have 1,000 commands, 100 errors and half an hour without an accepted message; each accepted ' +
        'message resets these limits.',
      smtp(421, '4.7.0'),
    ),
    smtpOnly: true,
  },
  invalid_message: {
    ...row(
      'validation_error',
      422,
      'The message cannot be sent as it is.',
      'The reply says why: a CR alone, bare LF line ends together with a line that begins with a dot, lines of more than ' +
        '998 octets, NUL octets, a header that is not UTF-8, a header line that is not a field, or a repeated field that ' +
        'is allowed only once, such as `From` or `Subject`.',
      smtp(554, '5.6.0'),
    ),
    smtpOnly: true,
  },
  too_many_connections: {
    ...row(
      'application_error',
      503,
      'Too many connections. Try again in a moment.',
      'Keep fewer connections open, raise `SMTP_MAX_CONNECTIONS`, or run more replicas.',
      smtp(421, '4.3.2'),
    ),
    smtpOnly: true,
  },
  too_many_connections_of_key: {
    ...row(
      'rate_limit_exceeded',
      429,
      'Too many connections with this API key. Try again in a moment.',
      'Keep fewer connections open; a connection can send any number of messages, one after the other. One key can have ' +
        'two thirds of `SMTP_MAX_CONNECTIONS`, and less while other keys have many.',
      smtp(421, '4.7.0'),
    ),
    smtpOnly: true,
  },
  too_many_connections_of_address: {
    ...row(
      'rate_limit_exceeded',
      429,
      'Too many connections from your address. Try again in a moment.',
      'Keep fewer connections open, or raise `SMTP_MAX_CONNECTIONS_PER_ADDRESS`.',
      smtp(421, '4.7.0'),
    ),
    smtpOnly: true,
  },
} as const satisfies Record<string, ErrorDefinition>;

/** The cause of an error, as named inside Sendoff. */
export type ErrorCode = keyof typeof ERRORS;

/**
 * An expected error that is reported to the client. It carries its cause and nothing about HTTP: the error handler of the API
 * looks the code up in {@link ERRORS}.
 */
export class SendoffError extends Error {
  readonly code: ErrorCode;
  /** Seconds after which to retry, if known. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    message: string = ERRORS[code].message,
    options?: ErrorOptions & { readonly retryAfter?: number },
  ) {
    super(message, options);
    this.code = code;
    this.retryAfter = options?.retryAfter;
  }
}
