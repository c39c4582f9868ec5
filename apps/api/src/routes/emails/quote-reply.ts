import type { RecordedReply } from '@sendoff/core';

/** An SMTP reply on one line, its enhanced code named once: `451 4.7.1 Try again later`. Without a code, the words alone. */
export function quoteReply({ replyCode, enhancedCode, replyText }: RecordedReply): string {
  const text = (replyText ?? '').replaceAll(/\s+/g, ' ').trim();
  const enhanced = enhancedCode !== null && !text.startsWith(enhancedCode) ? enhancedCode : '';
  return [replyCode === null ? '' : String(replyCode), enhanced, text].filter((part) => part !== '').join(' ');
}
