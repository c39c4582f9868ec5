/** How SMTP says what went wrong. */
import { ERRORS, SendoffError, type ErrorCode, type SmtpReply } from '@sendoff/core';
import { isDatabaseAway } from '@sendoff/db';
import type { SMTPServerError } from 'smtp-server';

/** Octets of a reply line, its codes and CRLF included (RFC 5321 section 4.5.3.1.5). */
const LONGEST_TEXT = 480;

/** Whatever was thrown, as an error of the table. */
export function toSendoffError(error: unknown): SendoffError {
  if (error instanceof SendoffError) return error;
  return new SendoffError(isDatabaseAway(error) ? 'unavailable' : 'internal', undefined, { cause: error });
}

/** An error as smtp-server sends it: its reply code, then the enhanced status code (RFC 3463) and the text. */
export function smtpReply(error: SendoffError): SMTPServerError {
  const { code, enhanced, text } = replyOf(error.code);
  const words = (error.message === ERRORS[error.code].message ? (text ?? error.message) : error.message).slice(0, LONGEST_TEXT);
  return Object.assign(new Error(`${enhanced} ${words}`), { responseCode: code });
}

/** What is not meant for SMTP does not happen there, unless by a mistake of ours. */
const replyOf = (code: ErrorCode): SmtpReply => ERRORS[code].smtp ?? { code: 451, enhanced: '4.3.0' };
