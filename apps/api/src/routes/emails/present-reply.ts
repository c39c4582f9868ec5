import type { Email } from './email-schema.ts';

/** An SMTP reply as the tables hold it, if there was one. */
interface StoredReply {
  readonly replyCode?: number | null;
  readonly enhancedCode?: string | null;
  readonly replyText?: string | null;
}

/** An SMTP reply on the wire; null where there was none. */
export function presentReply({
  replyCode = null,
  enhancedCode = null,
  replyText = null,
}: StoredReply): Email['recipients'][number]['reply'] {
  return replyCode === null ? null : { code: replyCode, enhanced_code: enhancedCode, text: replyText ?? '' };
}
