import type { DeliveryPhase } from '@sendoff/core';
import type { ReplyRule } from '../reply-rule.ts';

const OF_RECIPIENT: readonly DeliveryPhase[] = ['recipient', 'data', 'final_reply'];

/** A mailbox that is not there, or no more. */
const UNKNOWN_USER =
  /(?:user|recipient|mail ?box|account|(?<!\bip )address(?:ee)?|alias)\b.{0,80}\b(?:unknown|not (?:found|exist|known|recognized|listed)|doesn.?t (?:exist|have)|does not exist|not a (?:valid|known)|undeliverable|invalid|closed|discontinued|no longer (?:exists?|active|valid|available|in use))|(?:unknown|no such|invalid|non-?existent|unrouteable) (?:or illegal )?(?:local |virtual )?(?:user|recipient|mail ?box|account|address|person|alias)|no mailbox here|not our customer|recipientnotfound|recipnotfound|user.{0,20}not (?:local|here)/i;

/** A domain or host that is not there. */
const UNKNOWN_DOMAIN =
  /(?:host|domain)\b.{0,40}\b(?:unknown|not (?:found|exist)|does not exist)|(?:unknown|no such) (?:host|domain)|bad destination (?:system|host)/i;

/**
 * The recipient. Those that suppress it speak of it for good, and either by an enhanced status code
 * or in reply to RCPT TO: what a server that has taken RCPT TO says of the recipient afterwards, in
 * words alone, often stands for the recipient's own filter (docomo, au).
 */
export const RECIPIENT_RULES: readonly ReplyRule[] = [
  {
    replies: ['551 5.1.6 Recipient no longer on server', '550 5.1.6 recipient no longer on server: user@example.com'],
    code: /^5/,
    phases: OF_RECIPIENT,
    enhanced: /^5\.1\.6$/,
    verdict: 'bounced',
    reason: 'recipient_moved',
    suppress: true,
  },
  // The mailbox exists (RFC 3463, X.2.1): whoever shut it may open it again. 5.1.x says that it does not exist.
  {
    replies: [
      '550-5.2.1 The email account that you tried to reach is disabled. Learn more at\n550 5.2.1 https://support.google.com/mail/?p=DisabledUser - gsmtp',
      '554 delivery error: dd Sorry your message to user@yahoo.com cannot be delivered. This account has been disabled or discontinued [#102].',
    ],
    code: /^5/,
    enhanced: /^(?!5\.1\.)/,
    text: /(?:account|mail ?box|user|address|recipient)\b.{0,60}\b(?:disabled|inactive|deactivated|suspended|not active|locked)/i,
    verdict: 'bounced',
    reason: 'mailbox_disabled',
  },
  // au (KDDI) leaves out the address where a subscriber's own filter refuses a message, and names it where it is unknown.
  {
    replies: [
      '550 : User unknown',
      '550 5.1.351 Remote server returned unknown recipient or mailbox unavailable -> 550 : User unknown',
    ],
    code: /^550$/,
    text: /(?:^|\b550 ): user unknown/i,
    verdict: 'bounced',
    reason: 'policy',
  },
  // Yahoo looks for the mailbox only when it has the message.
  {
    replies: [
      "554 delivery error: dd This user doesn't have a yahoo.com account (user@yahoo.com) [0] - mta1082.mail.bf1.yahoo.com",
      '554 delivery error: dd user@yahoo.com is no longer valid.',
      '552 1 Requested mail action aborted, mailbox not found',
    ],
    code: /^55/,
    phases: OF_RECIPIENT,
    text: /delivery error: dd .{0,100}(?:doesn.?t have|no longer valid)|mail action aborted, mailbox not found/i,
    verdict: 'bounced',
    reason: 'unknown_user',
    suppress: true,
  },
  {
    replies: [
      '550 5.1.1 <user@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
      '550 No Such User Here',
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      '554 Sorry, no mailbox here by that name. (#5.1.1)',
    ],
    code: /^5/,
    phases: ['recipient'],
    text: UNKNOWN_USER,
    verdict: 'bounced',
    reason: 'unknown_user',
    suppress: true,
  },
  // A relay that has looked up the domain for us.
  {
    replies: [
      '550 5.1.2 Host unknown',
      '550 5.1.2 <user@example.com>... Host unknown (Name server: example.com: host not found)',
    ],
    code: /^5/,
    phases: ['recipient'],
    text: UNKNOWN_DOMAIN,
    verdict: 'bounced',
    reason: 'unknown_domain',
    suppress: true,
  },
  // Exchange Online, where it knows the recipients of a domain and this is none of them.
  {
    replies: [
      '550 5.4.1 [user@example.com]: Recipient address rejected: Access denied [EXAMPLE.eop-eur01.prod.protection.outlook.com]',
    ],
    code: /^550$/,
    phases: OF_RECIPIENT,
    enhanced: /^5\.4\.1$/,
    text: /recipient address rejected/i,
    verdict: 'bounced',
    reason: 'unknown_user',
    suppress: true,
  },
  // 550 is "mailbox unavailable" (RFC 5321 section 4.2.3); a server that has another reason names it.
  {
    replies: [
      '550 5.5.0 Requested action not taken: mailbox unavailable',
      '550 <user@gmx.de>: Requested action not taken: mailbox unavailable',
      '550 <user@example.com>: Recipient address rejected.',
    ],
    code: /^550$/,
    phases: ['recipient'],
    text: /^(?:<@>: )?requested action not taken: mailbox unavailable|recipient address rejected\.?$/i,
    verdict: 'bounced',
    reason: 'unknown_user',
    suppress: true,
  },
  {
    replies: ['550 5.4.4 Invalid domain', '550 5.4.4 Unable to route'],
    code: /^5/,
    phases: OF_RECIPIENT,
    enhanced: /^5\.4\.4$/,
    verdict: 'bounced',
    reason: 'unknown_domain',
    suppress: true,
  },
  // The domain takes no mail (RFC 7504, RFC 7505).
  {
    replies: ['556 5.1.10 Recipient domain has null MX'],
    code: /^556$/,
    phases: OF_RECIPIENT,
    verdict: 'bounced',
    reason: 'unknown_domain',
    suppress: true,
  },
  {
    replies: ['521 5.3.2 <user@example.com>: Recipient address rejected: System not accepting network messages'],
    code: /^521$/,
    phases: OF_RECIPIENT,
    enhanced: /^5\.3\.2$/,
    verdict: 'bounced',
    reason: 'unknown_domain',
    suppress: true,
  },
  {
    replies: [
      '550 5.1.1 Address rejected user@example.com',
      '550 5.1.1 <user@icloud.com>: inactive email address',
      '501 5.1.3 Bad recipient address syntax',
    ],
    code: /^5/,
    phases: OF_RECIPIENT,
    enhanced: /^5\.1\.(?:1|3|10)$/,
    verdict: 'bounced',
    reason: 'unknown_user',
    suppress: true,
  },
  {
    replies: ['550 5.1.2 Access Denied, Bad recipient'],
    code: /^5/,
    phases: OF_RECIPIENT,
    enhanced: /^5\.1\.2$/,
    verdict: 'bounced',
    reason: 'unknown_domain',
    suppress: true,
  },
  // docomo says this of addresses that do not exist and, after the message, of subscribers that filter it.
  {
    replies: ['550 Unknown user user@docomo.ne.jp'],
    code: /^5/,
    phases: ['final_reply', 'data'],
    text: UNKNOWN_USER,
    verdict: 'bounced',
    reason: 'unknown_user',
  },
];
