/** Converts errors to SMTP replies. */
import { ERRORS, SendoffError, type ErrorCode, type ErrorDefinition, type ErrorReply } from '@sendoff/core';
import { isDatabaseAway } from '@sendoff/db';
import type { SMTPServerError } from 'smtp-server';

/** Bytes of the text, so that the reply line with codes and CRLF fits its limit of 512 (RFC 5321 section 4.5.3.1.5). */
const MAX_TEXT = 480;

/** Converts anything thrown to an error of the table: `unavailable` if the database cannot be reached, otherwise `internal`. */
export function toSendoffError(error: unknown): SendoffError {
  if (error instanceof SendoffError) return error;
  return new SendoffError(isDatabaseAway(error) ? 'unavailable' : 'internal', undefined, { cause: error });
}

/** An error in the shape that smtp-server sends: reply code, enhanced status code (RFC 3463) and text. */
export function smtpReply(error: SendoffError): SMTPServerError {
  const { code, enhancedCode, text } = replyOf(error.code);
  const words = error.message === ERRORS[error.code].message ? text : error.message;
  return Object.assign(new Error(`${enhancedCode} ${words.slice(0, MAX_TEXT)}`), { responseCode: code });
}

/** Falls back to 451 for an error without an SMTP reply, which only a programming mistake raises here. */
function replyOf(code: ErrorCode): ErrorReply {
  const { smtp, message }: ErrorDefinition = ERRORS[code];
  return smtp ?? { code: 451, enhancedCode: '4.3.0', text: message };
}
