/** How SMTP says what went wrong. */
import { ERRORS, SendoffError, type ErrorCode, type ErrorDefinition, type ErrorReply } from '@sendoff/core';
import { isDatabaseAway } from '@sendoff/db';
import type { SMTPServerError } from 'smtp-server';

/** Octets of a reply line, its codes and CRLF included (RFC 5321 section 4.5.3.1.5). */
const MAX_TEXT = 480;

/** Whatever was thrown, as an error of the table. */
export function toSendoffError(error: unknown): SendoffError {
  if (error instanceof SendoffError) return error;
  return new SendoffError(isDatabaseAway(error) ? 'unavailable' : 'internal', undefined, { cause: error });
}

/** An error as smtp-server sends it: its reply code, then the enhanced status code (RFC 3463) and the text. */
export function smtpReply(error: SendoffError): SMTPServerError {
  const { code, enhancedCode, text } = replyOf(error.code);
  const words = error.message === ERRORS[error.code].message ? text : error.message;
  return Object.assign(new Error(`${enhancedCode} ${words.slice(0, MAX_TEXT)}`), { responseCode: code });
}

/** An error without a reply does not happen over SMTP, unless by a mistake of ours. */
function replyOf(code: ErrorCode): ErrorReply {
  const { smtp, message }: ErrorDefinition = ERRORS[code];
  return smtp ?? { code: 451, enhancedCode: '4.3.0', text: message };
}
