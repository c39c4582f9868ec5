import type { DeliveryPhase } from '@sendoff/core';
import type { ReplyRule } from '../reply-rule.ts';

/** What is said so early cannot be about the message. */
const BEFORE_CONTENT: readonly DeliveryPhase[] = ['mail', 'recipient', 'data'];

/** The name that we give in EHLO. Explanations of SPF only mention it: `Why?s=helo;id=…`, `HELO=[…]`. */
const HELO_REFUSED =
  /\b(?:invalid|bad|bogus|forged|faked?|wrong) (?:helo|ehlo)\b|\bwhen saying (?:helo|ehlo)\b|\b(?:helo|ehlo)\b[^=;]{0,40}\b(?:invalid|rejected|refused|fqdn|fully.qualified|is an ip|address literal|does(?: not|n.t) (?:resolve|match|exist)|not (?:accepted|allowed|valid|found|resolvable))\b/i;

/** Reverse DNS of our address. */
const REVERSE_DNS =
  /(?:cannot|can.t) find your (?:reverse )?hostname|ip name lookup failed|\bptr\b|\brdns\b|reverse (?:dns|hostname|lookup)/i;

/** Our address is on a list, or not on one. */
const CLIENT_REFUSED =
  /client host \S{0,100} ?(?:rejected|blocked)|\bclient \[\S{1,60}\] blocked|\bblocked - see\b|banned sending ip|messages from \S{1,80} weren.t sent|messages from \S{1,80} will be permanently deferred|\b(?:this|that|your) ip\b.{0,70}\b(?:blocked|blacklisted|banned|not allowed)|not (?:accepted|allowed) from (?:this|your) ip|unauthorized ip/i;

/**
 * The machine that Sendoff runs on. Postfix and others say all this in reply to RCPT TO (`smtpd_delay_reject`), with
 * codes that are those of recipients.
 */
export const HOST_RULES: readonly ReplyRule[] = [
  {
    replies: [
      '504 5.5.2 <mail>: Helo command rejected: need fully-qualified hostname',
      '450 4.7.1 <mail.local>: Helo command rejected: Host not found',
      '550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
      '550 HELO should be a FQDN or address literal (See RFC 2821 4.1.1.1)',
      '501 Syntactically invalid HELO argument(s)',
      '550 Please use your real hostname when saying HELO (not HSP-AV01)',
    ],
    // 503 is about the order of commands.
    code: /^(?:4|5(?!03))/,
    text: HELO_REFUSED,
    verdict: 'relay_error',
    reason: 'helo_refused',
  },
  {
    replies: [
      '450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.1]',
      '450 4.7.1 Access denied. IP name lookup failed [192.0.2.1]',
      '554 5.7.1 Reverse DNS failed.',
    ],
    code: /^[45]/,
    phases: BEFORE_CONTENT,
    text: REVERSE_DNS,
    verdict: 'relay_error',
    reason: 'sender_authentication',
  },
  {
    replies: [
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1',
      '454 4.7.1 Service unavailable; Client host [192.0.2.1] blocked using dnsbl.sorbs.net',
      '554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: Access denied',
      "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150).",
      '550 5.7.606 Access denied, banned sending IP [192.0.2.1].',
      '550 5.7.708 Access denied, traffic not accepted from this IP.',
      '554 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1',
      '553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed.',
      '525 5.7.1 Unauthorized IP address',
      '550 that IP address is not allowed to send',
    ],
    code: /^[45]/,
    phases: BEFORE_CONTENT,
    text: CLIENT_REFUSED,
    verdict: 'relay_error',
    reason: 'blocked',
  },
];
