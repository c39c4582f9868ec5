import type { RelayErrorReason, SmtpReply } from '@sendoff/core';
import type { NodemailerError } from 'nodemailer/lib/errors';
import { classifyReply } from '../../replies/classify-reply.ts';
import { printableText } from '../../replies/printable-text.ts';
import { replyOf } from './recipient-outcomes.ts';

/** An error of the relay or of the connection to it, as it is recorded and displayed. */
export interface ExplainedError {
  readonly reason: RelayErrorReason;
  readonly reply: SmtpReply | null;
  readonly text: string;
}

/** The reasons of system and TLS errors; the first matching row applies. */
const CAUSES: readonly { readonly code: RegExp; readonly reason: RelayErrorReason }[] = [
  { code: /^EABORT$/, reason: 'interrupted' },
  // getaddrinfo ENOTFOUND relay.example
  { code: /^(?:EDNS|ENOTFOUND|EAI_\w+)$/, reason: 'dns' },
  // connect ECONNREFUSED 127.0.0.1:25
  { code: /^ECONNREFUSED$/, reason: 'connection_refused' },
  // connect EHOSTUNREACH 192.0.2.1:25
  { code: /^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM)$/, reason: 'unreachable' },
  // self-signed certificate; unable to verify the first certificate; certificate has expired;
  // Hostname/IP does not match certificate's altnames
  { code: /CERT|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY)|ALTNAME|HOSTNAME_MISMATCH|CRL_/, reason: 'certificate' },
  // SSL routines:ssl3_get_record:wrong version number; Error upgrading connection with STARTTLS
  { code: /^(?:ETLS|EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/, reason: 'tls' },
  { code: /^(?:EAUTH|ENOAUTH|EOAUTH2)$/, reason: 'authentication' },
  { code: /^ETIMEDOUT$/, reason: 'timeout' },
  { code: /^EPROTOCOL$/, reason: 'protocol' },
];

/** Advice when TLS is required only because of the credentials. */
const NO_TLS_FOR_CREDENTIALS =
  'The relay offers no encryption (STARTTLS), and credentials are not sent without. ' +
  'Use smtps://, or a port of the relay with STARTTLS; ?insecureAuth=true in MAIL_URL sends them in the clear.';

/** Explains an error that is not a rejection of the message. Unknown errors count as a lost connection. */
export function explainError(
  error: NodemailerError,
  { needsTlsForCredentials }: { readonly needsTlsForCredentials: boolean },
): ExplainedError {
  const reply = replyOf(error);
  const isUnsupported = needsTlsForCredentials && error.code === 'ETLS' && error.command === 'STARTTLS' && reply !== null;
  return { reason: reasonOf(error, reply), reply, text: isUnsupported ? NO_TLS_FOR_CREDENTIALS : printableText(error.message) };
}

function reasonOf(error: NodemailerError, reply: SmtpReply | null): RelayErrorReason {
  if (reply !== null && error.code !== 'ETLS')
    return classifyReply(reply, error.code === 'EAUTH' ? 'authenticate' : 'connect').reason;
  // nodemailer wraps the original error in one with the code of the failed step; the original is closer to the cause.
  const codes = [error.originalCode, error.code].filter((code) => code !== undefined);
  const causes = codes.flatMap((code) => CAUSES.find((cause) => cause.code.test(code)) ?? []);
  return causes[0]?.reason ?? certificateIn(error.message) ?? 'connection_lost';
}

/** nodemailer keeps only the text of the cause of a failed STARTTLS handshake. */
function certificateIn(text: string): RelayErrorReason | undefined {
  return /certificate/i.test(text) ? 'certificate' : undefined;
}
