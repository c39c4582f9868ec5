/**
 * Every error a client of the API can get, in one table.
 *
 * The code names the cause inside Sendoff; `name` is what the wire calls it, and several causes
 * share a name, because clients written for the Resend API know only those. An official client takes a
 * 5xx for a success unless its name is one of those.
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
  /** What the client reads, unless the place that raises it knows something more exact. */
  readonly message: string;
  /** What to do about it; goes into the documentation. */
  readonly help: string;
  /** The reply over SMTP; left out where the error does not happen there. */
  readonly smtp?: ErrorReply;
  /** Whether it does not happen over HTTP; name and status are then what they would be there. */
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
    'Make one key for each email, such as an order number or a UUID, and repeat it only with the same request.',
    smtp(554, '5.6.0', 'The header `Resend-Idempotency-Key` must have 1 to 256 characters.'),
  ),
  missing_api_key: row(
    'missing_api_key',
    401,
    'Missing API key. Send it in the header `Authorization: Bearer KEY`.',
    'Create a key with `npx -y pnpm@12 sendoff keys create NAME`.',
    smtp(530, '5.7.0', 'Authentication required: the user is `resend` or `sendoff`, and an API key the password.'),
  ),
  unknown_api_key: row(
    'validation_error',
    401,
    'API key is invalid',
    'The key was mistyped, revoked, or belongs to another deployment.',
    smtp(535, '5.7.8'),
  ),
  restricted_api_key: row(
    'restricted_api_key',
    401,
    'This API key is restricted to only send emails.',
    'Use a key with full access to read or manage anything.',
  ),
  invalid_link: row(
    'invalid_permission',
    403,
    'This link is not valid, or has expired.',
    'Ask for the attachment again: its `download_url` works for an hour, exactly as it was given.',
  ),
  foreign_origin: row(
    'invalid_permission',
    403,
    'This request comes from another site.',
    'A browser that is signed in to the dashboard may change things only from there: scheme, host and port must be the same. Set `PUBLIC_URL` to the address in the browser where a proxy ends TLS or changes the `Host` header; programs send an API key instead.',
  ),
  test_key: row(
    'restricted_api_key',
    403,
    'A test key may use only what is about test mail.',
    'Use a live key. A test key sees and changes test mail, test keys and the webhooks of test keys; anything else is as if it was not there.',
  ),
  beyond_own_rights: row(
    'restricted_api_key',
    403,
    'An API key may make and change only keys that may do no more than itself.',
    'The message says what is beyond the key. Use a live key with full access and without limits, or `sendoff keys`.',
  ),
  webhook_quota_reached: row(
    'restricted_api_key',
    403,
    'This API key has as many webhooks as it may.',
    'Delete one of them, or have the `webhooks` quota of the key raised.',
  ),
  sign_in_link_used: row(
    'invalid_permission',
    403,
    'This sign-in link has been used, or is too old.',
    'Each link signs in once, for a quarter of an hour. Sign in with an API key.',
  ),
  network_not_allowed: row(
    'restricted_api_key',
    403,
    'This API key may not be used from this address.',
    'The key is allowed from some networks only, and the message names the address that the request came from. Behind a proxy, set `TRUST_PROXY`, or all clients have its address.',
    smtp(535, '5.7.1'),
  ),
  sender_not_allowed: row(
    'validation_error',
    403,
    'This API key may not send as this address.',
    'The message names the address and those that the key may send as. `From` and `Sender` are compared whole, and a domain does not cover its subdomains; by SMTP the sender of the envelope must be of one of their domains, or empty.',
    smtp(550, '5.7.1'),
  ),
  route_not_found: row('not_found', 404, 'The requested endpoint does not exist.', 'The endpoints are listed at /docs.'),
  email_not_found: row('not_found', 404, 'Email not found', 'The id is wrong, or the email belongs to another deployment.'),
  api_key_not_found: row('not_found', 404, 'API key not found', 'The id is wrong, or the key was deleted.'),
  attachment_not_found: row(
    'not_found',
    404,
    'Attachment not found',
    'The id is wrong, the file could not be fetched yet, or it was removed when the content of the email expired.',
  ),
  suppression_not_found: row(
    'not_found',
    404,
    'Suppression not found',
    'The id or address is wrong, or it was taken off the list: email is sent to it.',
  ),
  webhook_not_found: row('not_found', 404, 'Webhook not found', 'The id is wrong, or the webhook was deleted.'),
  webhook_event_not_found: row(
    'not_found',
    404,
    'Webhook event not found',
    'One of the ids is wrong, the webhook was deleted, or the event was removed with `CONTENT_RETENTION`.',
  ),
  method_not_allowed: row(
    'method_not_allowed',
    405,
    'This method is not allowed for the requested endpoint.',
    'The header `Allow` of the response lists the methods that are.',
  ),
  body_too_slow: row(
    'validation_error',
    408,
    'The request body came too slowly. Nothing was kept.',
    'A body of up to 64 KB must come within 15 seconds, a larger one with at least 16 KB a second. Send it again over a faster connection, or put large files where they can be fetched from and send their `path`.',
  ),
  idempotency_key_reused: row(
    'invalid_idempotent_request',
    409,
    'This idempotency key was used for another request within the last 24 hours. Nothing was kept.',
    'Use a new key for a new request. A repeated request must have exactly the same body.',
    smtp(554, '5.5.0', 'This idempotency key was used for another message within the last 24 hours. Nothing was kept.'),
  ),
  idempotency_key_in_flight: row(
    'concurrent_idempotent_requests',
    409,
    'A request with this idempotency key is still in progress. Nothing was kept.',
    'Wait a moment and repeat the request: it then gets the answer of the first one.',
    smtp(451, '4.5.0', 'A message with this idempotency key is still being kept. Send it again in a moment.'),
  ),
  body_too_large: row(
    'validation_error',
    413,
    'The request body is too large.',
    'Emails, batches and imports may have 120 MB, with attachments of 40 MB together after base64; every other request 256 KB.',
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
    'The message names the field and says what it must be.',
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
    'The message names the attachment, counted from 1, and says what it must be.',
  ),
  wrong_status: row(
    'validation_error',
    422,
    'The email is in a state that does not allow this.',
    'The message names the state. `GET /emails/:id` shows it as `status`.',
  ),
  webhook_not_replayable: row(
    'validation_error',
    422,
    'The event cannot be posted again now.',
    'The message says why: its webhook is disabled, or it is being posted at this moment.',
  ),
  content_expired: row(
    'validation_error',
    422,
    'The content of this email has been removed, so it cannot be sent again.',
    'Send a new email. `CONTENT_RETENTION` decides how long content is kept.',
  ),
  invalid_parameter: row(
    'invalid_parameter',
    422,
    'A parameter of the path or the query has a value that is not allowed.',
    'The message names the parameter and says what it must be.',
  ),
  relay_header_not_allowed: row(
    'validation_error',
    422,
    'A header field tells a relay what to do, which is not allowed here.',
    'The message names the field. Leave it out, or let the operator set `RELAY_HEADERS=allow`, if every key may control the relay.',
    smtp(550, '5.7.1'),
  ),
  rate_limited: row(
    'rate_limit_exceeded',
    429,
    'Too many emails or requests for this API key. Wait for as many seconds as the header `retry-after` says.',
    'The headers `ratelimit-limit`, `ratelimit-remaining` and `ratelimit-reset` of every response say how much is left. Emails by SMTP count as well. `RATE_LIMIT` is the limit.',
    smtp(451, '4.7.1', 'Too many emails for this API key. Send it again in a moment.'),
  ),
  daily_quota_exceeded: row(
    'daily_quota_exceeded',
    429,
    'This API key has used up its quota of the day.',
    'The message names the quota. Days begin at midnight UTC, in as many seconds as the header `retry-after` says. Nothing of the request was kept.',
    smtp(452, '4.7.1'),
  ),
  too_many_scheduled: row(
    'rate_limit_exceeded',
    429,
    'Too many emails of this API key wait for their time.',
    'Send without `scheduled_at`, cancel some, or wait until some are sent. Nothing of the request was kept.',
  ),
  too_many_failures: row(
    'rate_limit_exceeded',
    429,
    'Too many wrong API keys from this address. Wait for as many seconds as the header `retry-after` says.',
    'Find the client that sends a wrong key. Behind a proxy, set `TRUST_PROXY`, or all clients share its address.',
    smtp(421, '4.7.0', 'Too many wrong API keys from this address. Try again in a minute.'),
  ),
  internal: row(
    'application_error',
    500,
    'Something went wrong on our side. Repeat the request; with an `Idempotency-Key` nothing is sent twice.',
    'The log of the API has the cause, under the request id of the response header `x-request-id`.',
    smtp(451, '4.3.0', 'Something went wrong on our side. Send it again later.'),
  ),
  unavailable: row(
    'application_error',
    503,
    'Sendoff cannot take this now. Try again shortly.',
    '`/readyz` says which part is missing.',
    smtp(451, '4.3.0'),
  ),
  overloaded: row(
    'application_error',
    503,
    'Too many large requests at once. Try again after as many seconds as the header `retry-after` says.',
    'Send fewer large attachments at once, or run more replicas of the API.',
    smtp(452, '4.3.1', 'Too many large messages at once. Send it again in a moment.'),
  ),
  invalid_recipient_address: {
    ...row(
      'validation_error',
      422,
      'The recipient is not a valid address.',
      'The reply says what is wrong with it.',
      smtp(550, '5.1.3'),
    ),
    smtpOnly: true,
  },
  smtputf8_required: {
    ...row(
      'validation_error',
      422,
      'The address is not ASCII before the @, and MAIL did not say SMTPUTF8.',
      'Use a client that knows RFC 6531.',
      smtp(553, '5.6.7'),
    ),
    smtpOnly: true,
  },
  unknown_parameter: {
    ...row(
      'validation_error',
      422,
      'MAIL or RCPT has a parameter that is not known here.',
      'Leave it out. The reply to EHLO says what is offered; `REQUIRETLS`, `HOLDUNTIL` and `HOLDFOR` are not.',
      smtp(555, '5.5.4'),
    ),
    smtpOnly: true,
  },
  too_many_recipients: {
    ...row(
      'validation_error',
      422,
      'A message may have 150 recipients. Send it to the others once more.',
      'Servers do so by themselves (RFC 5321 section 4.5.3.1.10). The recipients before this one are not concerned.',
      smtp(452, '4.5.3'),
    ),
    smtpOnly: true,
  },
  message_too_large: {
    ...row('validation_error', 413, 'The message is larger than 40 MB.', 'Send a link to what is large.', smtp(552, '5.3.4')),
    smtpOnly: true,
  },
  header_too_large: {
    ...row(
      'validation_error',
      413,
      'The header of the message is too large.',
      'A header may have 256 KB and 1,000 fields. The reply says which limit it exceeds.',
      smtp(552, '5.3.4'),
    ),
    smtpOnly: true,
  },
  message_not_ended: {
    ...row(
      'validation_error',
      408,
      'The message did not end in time. Nothing was kept, and the connection ends.',
      'A message has a minute, and a second more for each 16 KB that have come, up to half an hour. Send it again over a faster connection, or a link to what is large.',
      smtp(421, '4.4.2'),
    ),
    smtpOnly: true,
  },
  session_too_long: {
    ...row(
      'rate_limit_exceeded',
      429,
      'This connection has had too many commands, or too long, without a message. Connect again to send one.',
      'A connection may have 1,000 commands, 100 errors and half an hour without a message that is taken; each one that is begins the count anew.',
      smtp(421, '4.7.0'),
    ),
    smtpOnly: true,
  },
  invalid_message: {
    ...row(
      'validation_error',
      422,
      'The message cannot be sent as it is.',
      'The reply says why: a CR alone, lines that end in LF alone beside one that begins with a dot, lines of more than 998 octets, NUL octets, a header that is not UTF-8, a line of the header that is no field, or a field such as `From` or `Subject` that is there twice.',
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
      'Keep fewer connections open; one takes any number of messages, one after the other. One key may have two thirds of `SMTP_MAX_CONNECTIONS`, and less where other keys have many.',
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

/** The cause of an error inside Sendoff. */
export type ErrorCode = keyof typeof ERRORS;

/**
 * An expected error that a client is to read. It knows its cause and nothing of HTTP; the API has
 * one handler that looks the code up in {@link ERRORS}.
 */
export class SendoffError extends Error {
  readonly code: ErrorCode;
  /** Seconds after which to try again, where that is known. */
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
