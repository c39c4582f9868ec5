/** Removes the credentials of a relay from stored and displayed texts, since some servers repeat them in replies. */
import type { RecipientOutcome, RelayOutcome, SmtpReply } from '@sendoff/core';

/** Replaces the credentials in a text. */
export type Redact = (text: string) => string;

const REDACTED = '[redacted]';
/** Shorter passwords are replaced only as whole words, since they are part of many words. */
const SHORT = 6;
/** Possible base64 of at least four characters. */
const BASE64 = /[A-Za-z0-9+/]{4,}={0,2}/g;

/**
 * Returns a function that replaces a password in plain text, percent-encoded as in a URL, and in base64 as AUTH sends it: alone
 * (LOGIN), after the user name (PLAIN, RFC 4616), also truncated, and in the response to a challenge (CRAM-MD5, RFC 2195), from
 * which it could be guessed.
 */
export function redactCredentials(credentials: { readonly user: string; readonly pass: string } | undefined): Redact {
  if (credentials === undefined) return (text) => text;
  const { user, pass } = credentials;
  const forms = [...new Set([pass, encodeURIComponent(pass)])].filter((form) => form !== '').map(inText);
  // eslint-disable-next-line security/detect-non-literal-regexp -- What has a meaning in it is escaped.
  const plain = forms.length === 0 ? null : new RegExp(forms.join('|'), 'gi');
  const holdsSecret = (token: string): boolean => {
    const decoded = Buffer.from(token, 'base64').toString('utf8');
    if (decoded.includes(`\0${user}\0`)) return true;
    if (decoded.startsWith(`${user} `) && /^[\da-f]+$/i.test(decoded.slice(user.length + 1))) return true;
    return pass.length < SHORT ? decoded === pass : decoded.includes(pass);
  };
  return (text) => {
    const encoded = text.replaceAll(BASE64, (token) => (holdsSecret(token) ? REDACTED : token));
    return plain === null ? encoded : encoded.replaceAll(plain, REDACTED);
  };
}

function inText(form: string): string {
  const literal = form.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  return form.length < SHORT ? String.raw`(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])` : literal;
}

/** The outcome with the credentials replaced in all texts of the relay. */
export function redactOutcome(outcome: RelayOutcome, redact: Redact): RelayOutcome {
  const inReply = (reply: SmtpReply | null) => (reply === null ? null : { ...reply, text: redact(reply.text) });
  const inRecipient = (recipient: RecipientOutcome) => ({ ...recipient, reply: inReply(recipient.reply) });
  switch (outcome.kind) {
    case 'answered':
      return { ...outcome, recipients: outcome.recipients.map(inRecipient) };
    case 'relay_error':
      return { ...outcome, message: redact(outcome.message), reply: inReply(outcome.reply) };
    case 'in_doubt':
      return { ...outcome, message: redact(outcome.message), recipients: outcome.recipients.map(inRecipient) };
  }
}
