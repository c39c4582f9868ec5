/** A full SMTP reply. */
import type { Reply } from '../../api/types.ts';
import { strings } from '../../strings.ts';

/** The reply code, the enhanced status code (RFC 3463) and the text. */
export function SmtpReply({ reply }: { readonly reply: NonNullable<Reply> }) {
  const { code, enhanced_code, text } = reply;
  const enhanced = enhanced_code === null || text.startsWith(enhanced_code) ? '' : `${enhanced_code} `;
  return (
    <p
      aria-label={strings.email.reply}
      role="group"
      className="rounded bg-raised px-2 py-1 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
    >
      {code} {enhanced}
      {text}
    </p>
  );
}
