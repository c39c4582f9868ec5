import type { ReplyRule } from '../reply-rule.ts';

/** Words about who sends, and from where. */
const UNAUTHENTICATED =
  /\bspf\b|\bdkim\b|\bdmarc\b|sender policy framework|\bptr\b|\brdns\b|reverse (?:dns|hostname|lookup)|(?:cannot|can't) find your (?:reverse )?hostname|unauthenticated (?:e?mail|sender)|sender is unauthenticated|ip name lookup failed/i;

/** What is held against the message or its sender, though the code often is that of a recipient. */
export const SENDER_RULES: readonly ReplyRule[] = [
  {
    replies: [
      '550-5.7.26 This mail has been blocked because the sender is unauthenticated.\n550 5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.',
      '550 5.7.509 Access denied, sending domain [EXAMPLE.COM] does not pass DMARC verification and has a DMARC policy of reject.',
    ],
    code: /^5/,
    text: UNAUTHENTICATED,
    verdict: 'bounced',
    reason: 'sender_authentication',
  },
  {
    replies: ['451 4.7.24 The SPF record of the sending domain has one or more suspicious entries.'],
    code: /^4/,
    text: UNAUTHENTICATED,
    verdict: 'deferred',
    reason: 'sender_authentication',
  },
  {
    replies: [
      '550-5.7.1 [192.0.2.1] Our system has detected that this message is\n550-5.7.1 likely suspicious due to the very low reputation of the sending IP\n550 5.7.1 address.',
      '550 permanent failure for one or more recipients (user@example.com:blocked)',
    ],
    code: /^5/,
    text: /block(?:ed|ing|list|\s+list)|black.?list|spamhaus|spamcop|barracuda|\brbls?\b|dnsbl|\[?S3140|(?:poor|bad|low) reputation|banned|listed (?:at|in|by|on)|permanently deferred|messages from \S{1,80} weren.t sent/i,
    verdict: 'bounced',
    reason: 'blocked',
  },
  {
    replies: ['421 Sender address blocked'],
    code: /^4/,
    text: /block(?:ed|list)|black.?list|spamhaus|reputation|\[?S77719/i,
    verdict: 'deferred',
    reason: 'blocked',
  },
  {
    replies: ['554 5.7.1 Message rejected as spam', '550 High probability of spam', '552 5.7.1 virus detected by Zoho Mail'],
    code: /^5/,
    text: /\bspam|spamsignature|unsolicited|\bu[bc]e\b|junk ?mail|virus|malware|phish/i,
    verdict: 'bounced',
    reason: 'spam',
  },
  {
    replies: ['451 Currently Sending Spam See: http://www.sorbs.net/lookup.shtml?192.0.2.1'],
    code: /^4/,
    text: /\bspam|unsolicited|virus/i,
    verdict: 'deferred',
    reason: 'spam',
  },
  {
    replies: [
      '550 5.1.8 <user@example.com>: Sender address rejected: Domain not found',
      '550 Sender verify failed',
      '553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)',
    ],
    code: /^5/,
    text: /sender (?:address|domain|denied|rejected|not|verify)|(?:bad|invalid|unverified) sender|return path|envelope.?(?:from|sender)|from (?:address|domain).{0,40}(?:not|invalid|unverified)/i,
    verdict: 'bounced',
    reason: 'sender_refused',
  },
  {
    replies: ['450 4.1.8 <user@example.com>: Sender address rejected: Domain not found'],
    code: /^4/,
    text: /sender (?:address|domain)|sender verify/i,
    verdict: 'deferred',
    reason: 'sender_refused',
  },
  {
    replies: ['550 5.1.7 No such domain example.com.'],
    code: /^5/,
    enhanced: /^5\.1\.[78]$/,
    verdict: 'bounced',
    reason: 'sender_refused',
  },
  {
    replies: [
      '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
      '550 Administrative prohibition',
      '550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
      '550 Rejected by header based Anti-Spoofing policy',
    ],
    code: /^5/,
    text: /(?:local|security|anti-spoofing) polic(?:y|ies)|policy (?:reasons|violation)|(?:denied|rejected|restricted) by policy|administrative prohibition/i,
    verdict: 'bounced',
    reason: 'policy',
  },
];
