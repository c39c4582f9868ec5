/** Classifies a delivery report: the reason of the bounce, and whether its recipient is suppressed. */
import type { RecipientReport } from '@sendoff/feedback';
import { classifyReply } from '@sendoff/mail';

/** How a failure is classified. */
export interface ReportClass {
  /** A short name of the cause, such as `unknown_user`. */
  readonly reason: string;
  /** Whether the recipient address is permanently unusable. */
  readonly suppress: boolean;
}

/** Phrases of mail servers that quote no SMTP reply. The first match wins, before any reply code. */
const OWN_WORDS: readonly (ReportClass & { readonly pattern: RegExp })[] = [
  // Postfix, when a name server does not answer.
  { pattern: /\btry again\b/i, reason: 'temporary', suppress: false },
  // ezweb (au) puts this above a reply that says "user unknown".
  { pattern: /\baccount is (?:disabled|temporarily)/i, reason: 'mailbox_disabled', suppress: false },
  // docomo says this also when a subscriber filters the message.
  { pattern: /\bunknown user \S{1,64}@docomo\.ne\.jp/i, reason: 'policy', suppress: false },
  // Domino, in Japanese and in English.
  { pattern: /ディレクトリ(?:に|には|のリストに)(?:見つかりません|ありません)/, reason: 'unknown_user', suppress: true },
  { pattern: /\bnot (?:listed|found) in (?:public|domino|the directory)/i, reason: 'unknown_user', suppress: true },
  // Exchange 2003.
  { pattern: /\brecipient name is not recognized/i, reason: 'unknown_user', suppress: true },
  // DragonFly, Exim, OpenSMTPD, Courier.
  { pattern: /\bDNS lookup failure: host \S{1,255} not found/i, reason: 'unknown_domain', suppress: true },
  { pattern: /\bunrouteable address|\bno such domain|\bdomain does not exist/i, reason: 'unknown_domain', suppress: true },
];

/** Classifies a failure by the phrases above, or else by the table that classifies SMTP replies of relays. */
export function classifyReport(report: RecipientReport): ReportClass {
  const { replyCode, enhancedCode, diagnostic, words, saidAtRcpt } = report;
  const own = OWN_WORDS.find(({ pattern }) => pattern.test(diagnostic ?? '') || pattern.test(words ?? ''));
  if (own !== undefined) return { reason: own.reason, suppress: own.suppress };

  const isRefusal = replyCode !== null && replyCode >= 400 && replyCode < 600;
  const code = isRefusal ? replyCode : enhancedCode?.startsWith('4.') === true ? 450 : 550;
  // Free text that no server sent in reply to RCPT TO is weaker evidence.
  const phase = saidAtRcpt === false || !isRefusal ? 'final_reply' : 'recipient';
  const { reason, suppress } = classifyReply({ code, enhancedCode, text: replyText(report) }, phase);
  return { reason, suppress };
}

/** The text of the reply without its codes, from the field of the report that quotes it. */
function replyText({ replyCode, diagnostic, words }: RecipientReport): string {
  for (const text of [diagnostic, words]) {
    const quoted = text?.split(new RegExp(`(?<![\\d.])${String(replyCode)}[ :-]`)).slice(1);
    if (quoted !== undefined && quoted.length > 0) return quoted.join(' ').replace(/^\s*#?[245]\.\d{1,3}\.\d{1,3}\s+/, '');
  }
  return diagnostic ?? words ?? '';
}
