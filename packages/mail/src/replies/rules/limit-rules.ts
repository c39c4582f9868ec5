import type { ReplyRule } from '../reply-rule.ts';

/** A mailbox, whatever the server calls it, that is said to be full. */
const FULL =
  /(?:mail ?box|account|inbox|user|recipient)\b.{0,60}\b(?:full|over.?quota|quota|out of storage)|over (?:the |disk |allowed |storage )?quota|quota (?:is |limit )?(?:exceeded|full)|out of storage space|exhausted allowed storage|insufficient.{0,20}(?:mailbox|disk quota)|exceed.{0,20}quota|(?:mail ?box|inbox|storage)\b.{0,30}\b(?:limit|maximum)|exceed(?:ed|s)?\b.{0,20}\bstorage\b|no (?:more )?(?:space|room) (?:left )?(?:in|on) (?:the )?(?:mail ?box|user)/i;
/** Mailbox full (RFC 3463, X.2.2), whatever the words about sizes and limits say. */
const NOT_OF_A_MAILBOX = /^(?!\d\.2\.2$)/;

/** Room, size and pace, in words; servers put them under all kinds of codes. */
export const LIMIT_RULES: readonly ReplyRule[] = [
  {
    replies: [
      "452-4.2.2 The recipient's inbox is out of storage space.\n452 4.2.2 https://support.google.com/mail/?p=OverQuotaTemp - gsmtp",
      '452 4.2.2 Mailbox full',
      '452 4.2.2 Mailbox size limit exceeded',
    ],
    code: /^4/,
    text: FULL,
    verdict: 'deferred',
    reason: 'mailbox_full',
  },
  {
    replies: [
      '552-5.2.2 The email account that you tried to reach is over quota and inactive.\n552 5.2.2 https://support.google.com/mail/?p=OverQuotaPerm - gsmtp',
      '552 5.2.2 <user@example.com>: user is over quota',
      '554 5.2.2 mailbox full',
      '552 5.2.2 Mailbox size limit exceeded',
      '552 Mailbox limit exceeded for this email address',
      '552 Requested mail action aborted: exceeded storage allocation',
    ],
    code: /^5/,
    text: FULL,
    verdict: 'bounced',
    reason: 'mailbox_full',
  },
  {
    replies: [
      '552 5.3.4 Message size exceeds fixed limit',
      "552-5.2.3 Your message exceeded Google's message size limits.",
      '552 5.2.3 Message too large',
    ],
    code: /^5/,
    enhanced: NOT_OF_A_MAILBOX,
    text: /(?:message|e?mail)\b.{0,30}\b(?:size|length)\b.{0,30}exceed|(?:message|mail) (?:is )?too (?:large|big)|exceed(?:s|ed)\b.{0,30}\bsize\b|size limit/i,
    verdict: 'bounced',
    reason: 'message_too_large',
  },
  {
    replies: [
      '450 4.2.0 <user@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html',
      '451 4.7.1 Greylisting in action, please come back later',
      '451 Internal resource temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451',
    ],
    code: /^4/,
    text: /gr[ae]y.?list|try again in \d+|please (?:re)?try (?:again )?(?:later|in)\b.{0,30}(?:minute|second)|internal resources? (?:is |are )?temporarily unavailable/i,
    verdict: 'deferred',
    reason: 'greylisted',
  },
  // Gmail slows down mail that is not authenticated: the cure is authentication, not patience.
  {
    replies: [
      '421 4.7.26 This mail has been rate limited because it is unauthenticated.',
      "421 4.7.27 Your email has been rate limited because SPF authentication didn't pass for this message.",
    ],
    code: /^4/,
    text: /rate limited because.{0,40}(?:authentic|\bspf\b|\bdkim\b|\bfrom: header)/i,
    verdict: 'deferred',
    reason: 'sender_authentication',
  },
  {
    replies: [
      '450-4.2.1 The user you are trying to contact is receiving mail too quickly.\n450 4.2.1 https://support.google.com/mail/?p=ReceivingRate - gsmtp',
      '451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (AS761)',
      '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
      '432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded',
      '452 4.5.3 Error: too many recipients',
    ],
    code: /^4/,
    enhanced: NOT_OF_A_MAILBOX,
    text: /too (?:many|quickly|fast|much)|rate.?limit|unusual rate|(?:unexpected|excessive) volume|user complaints|throttl|server busy|concurrent|exceed(?:ed|s)?\b.{0,40}\b(?:limit|rate|quota)|limits? (?:has been )?exceeded|limits for how many/i,
    verdict: 'deferred',
    reason: 'rate_limited',
  },
  // Servers older than RFC 5321 (section 4.5.3.1.10) say for good what they mean for now.
  {
    replies: ['552 5.5.3 Too many recipients', '552 Too many recipients'],
    code: /^5/,
    text: /too many recipients/i,
    verdict: 'deferred',
    reason: 'too_many_recipients',
  },
  {
    replies: [
      '550 Connection frequency limited [example= IP: 192.0.2.1]. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000722',
    ],
    code: /^5/,
    text: /too many (?:connections|concurrent|errors)|rate limit|frequency limited/i,
    verdict: 'relay_error',
    reason: 'rate_limited',
  },
];
