/** Who writes a header field: its sender, a field of the request, or Sendoff and those who carry the message. */

/** Fields that have a place of their own in the request. */
const OWN_FIELDS: ReadonlyMap<string, string> = new Map([
  ['from', 'from'],
  ['to', 'to'],
  ['cc', 'cc'],
  ['bcc', 'bcc'],
  ['reply-to', 'reply_to'],
  ['subject', 'subject'],
]);

/** Fields that are written when a message is composed (MIME, DKIM) or carried (RFC 5321 section 4.4). */
const WRITTEN_FIELDS = new Set(['mime-version', 'received', 'return-path', 'delivered-to', 'dkim-signature', 'received-spf']);
const WRITTEN_PREFIXES = ['content-', 'arc-', 'authentication-results'];

/** Fields of which a message has at most one (RFC 5322 section 3.6), as of those of a mailing list (RFC 2369 section 3). */
const SINGLE_FIELDS = new Set(['date', 'sender', 'message-id', 'in-reply-to', 'references']);
const SINGLE_PREFIX = 'list-';

/** Whose a header field is. */
export type HeaderOwner =
  | { readonly kind: 'custom' | 'date' }
  /** The request has a field for it. */
  | { readonly kind: 'field'; readonly field: string }
  /** It is written anew, whatever the sender says. */
  | { readonly kind: 'written' }
  /** It says that somebody sends a message once more (RFC 5322 section 3.6.6), which nobody here does. */
  | { readonly kind: 'resent' };

/** Whose the field `name` is, without regard to case. */
export function headerOwner(name: string): HeaderOwner {
  const lower = name.toLowerCase();
  const field = OWN_FIELDS.get(lower);
  if (field !== undefined) return { kind: 'field', field };
  if (lower === 'date') return { kind: 'date' };
  if (lower.startsWith('resent-')) return { kind: 'resent' };
  const isWritten = WRITTEN_FIELDS.has(lower) || WRITTEN_PREFIXES.some((prefix) => lower.startsWith(prefix));
  return { kind: isWritten ? 'written' : 'custom' };
}

/** Whether a message may have the field `name` several times, without regard to case. */
export function mayRepeatHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return !SINGLE_FIELDS.has(lower) && !lower.startsWith(SINGLE_PREFIX);
}
