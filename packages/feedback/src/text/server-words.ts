import { beforeOriginal } from './before-original.ts';

/**
 * Phrases by which mail servers say that a message was not delivered, or not yet. Only these make a text a bounce: replies repeat
 * the subject, and a person may be called postmaster.
 */
const SERVER_WORDS: readonly RegExp[] = [
  // qmail; Postfix, including versions before 2.3; DragonFly.
  /\bThis is the (?:[\w-]{1,40} program|mail system) at (?:host )?\S/,
  /\bsorry to have to inform you that (?:the|your) message\b/,
  /\bThis is the DragonFly Mail Agent\b/,
  // Exim, 1&1, GMX, Zoho, MX Logic; TMDA begins its challenges with the same sentence and "(TMDA)".
  /\bcreated automatically by (?:the )?mail delivery (?:software|system)\.\s{1,10}(?:A message|THIS IS A WARNING)/i,
  /\bSMTP error from remote (?:mail )?server\b/i,
  /\brecipient addresses that were incorrectly constructed\b/,
  /^[ \t]{1,8}Delay reason: \S/m,
  // Sendmail and its descendants, KDDI, Domino.
  /-{3} ?(?:The following addresses had \w|Transcript of session follows|Failure Reasons)/i,
  /^<<< [45]\d\d[ -]/m,
  // OpenSMTPD, m-FILTER, Mail.Ru.
  /\bThis is the MAILER-DAEMON, please DO NOT REPLY\b/i,
  /「m-FILTER」が自動的に生成/,
  /Это письмо создано автоматически сервером Mail\.Ru/,
  // Google, Exchange, X3.
  /\bThis is an automatically generated Delivery Status Notification\b/i,
  /\bDelivery to the following recipients? (?:failed|has been delayed|was aborted)\b/i,
  /\bTechnical details of (?:permanent|temporary) failure\b/,
  /\bThere was a (?:temporary )?problem delivering your message to\b/,
  // Exchange.
  /\bdid not reach (?:some or all of the intended recipients|the following recipient)/,
  /\bDelivery has failed to these recipients or/,
  /^(?:Generating server|Diagnostic information for administrators):/m,
  // IMail.
  /^(?:undeliverable to|User mailbox exceeds allowed size:|Delivery failed \d{1,3} attempts:) ?\S/m,
  // au, dion, vtext, MailFoundry, Yahoo, Yahoo Japan, AOL.
  /\bEach of the following recipients was rejected by a remote mail server\b/,
  /\bCould not be delivered to: <\S{1,320}>\s{1,10}As their\b/,
  /^Error message below:\s{1,10}[45]\d\d\b/m,
  /\bThis has been a permanent failure\.\s{1,10}No further delivery attempts\b/,
  /\bunable to deliver (?:your )?message to the following address/i,
  /\bmailbox is full:\s{1,10}<\S{1,320}>\s{1,10}Unable to deliver mail\b/,
  /\bSMTP Server <\S{1,255}> rejected recipient\b/,
  // Any text that quotes the reply of a server: "Remote host said: 550", "host mx.example.com said: 452".
  /\b(?:host|server)\b.{0,100}\b(?:said|responded|replied|returned):?\s{1,10}[45]\d\d[ -]/,
  // DSN fields written into the text.
  /^(?:Final-Recipient|Diagnostic-Code) ?: ?[\w-]{1,20} ?;/im,
];

/** Characters that are searched: servers say it at the beginning. */
const BEGINNING = 4000;

/** Whether a text is a delivery report of a mail server; quoted lines and the original message are ignored. */
export function isServerText(text: string): boolean {
  const beginning = beforeOriginal(text)
    .slice(0, BEGINNING)
    // Sendmail writes `>>>` in front of lines of its own.
    .replaceAll(/^>(?!>>).*$/gm, '');
  const onOneLine = beginning.replaceAll(/\s+/g, ' ');
  return SERVER_WORDS.some((words) => words.test(beginning) || words.test(onOneLine));
}
