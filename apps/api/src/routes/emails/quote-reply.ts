import type { RecordedReply } from '@sendoff/core';

/** An SMTP reply on one line, with its enhanced code once: `451 4.7.1 Try again later`. Without a code, the text alone. */
export function quoteReply({ replyCode, enhancedCode, replyText }: RecordedReply): string {
  const text = (replyText ?? '').replaceAll(/\s+/g, ' ').trim();
  const enhanced = enhancedCode !== null && !text.startsWith(enhancedCode) ? enhancedCode : '';
  return [replyCode === null ? '' : String(replyCode), enhanced, text].filter((part) => part !== '').join(' ');
}
