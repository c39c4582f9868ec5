import type { Email } from './email-schema.ts';

/** An SMTP reply as stored, if there was one. */
interface StoredReply {
  readonly replyCode?: number | null;
  readonly enhancedCode?: string | null;
  readonly replyText?: string | null;
}

/** An SMTP reply in the wire format; null if there was none. */
export function presentReply({
  replyCode = null,
  enhancedCode = null,
  replyText = null,
}: StoredReply): Email['recipients'][number]['reply'] {
  return replyCode === null ? null : { code: replyCode, enhanced_code: enhancedCode, text: replyText ?? '' };
}
