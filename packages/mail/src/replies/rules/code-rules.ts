import type { ReplyRule } from '../reply-rule.ts';

/** The enhanced status code (RFC 3463) alone; then the reply code alone (RFC 5321 section 4.2.1). Any words, in any language. */
export const CODE_RULES: readonly ReplyRule[] = [
  {
    replies: ['552 5.2.2'],
    code: /^5/,
    enhanced: /^5\.2\.2$/,
    verdict: 'bounced',
    reason: 'mailbox_full',
  },
  {
    replies: ['452 4.2.2'],
    code: /^4/,
    enhanced: /^4\.2\.2$/,
    verdict: 'deferred',
    reason: 'mailbox_full',
  },
  {
    replies: ['553 5.6.7 Must declare SMTPUTF8 to send unicode address'],
    code: /^5/,
    enhanced: /^5\.6\.7$/,
    verdict: 'bounced',
    reason: 'smtputf8_needed',
  },
  {
    replies: ['552 5.3.4'],
    code: /^5/,
    enhanced: /^5\.(?:2\.3|3\.4)$/,
    verdict: 'bounced',
    reason: 'message_too_large',
  },
  // Congestion (RFC 3463 section 3.5); Gmail's code for what an account sends in a day.
  {
    replies: ['550 5.4.5', '452 4.4.5'],
    code: /^[45]/,
    enhanced: /^[45]\.4\.5$/,
    verdict: 'relay_error',
    reason: 'rate_limited',
  },
  {
    replies: ['554 5.4.6 Too many hops', '554 5.4.14 Hop count exceeded - possible mail loop ATTR34'],
    code: /^5/,
    enhanced: /^5\.4\./,
    verdict: 'bounced',
    reason: 'routing',
  },
  {
    replies: [
      '421 4.3.2 Shutting down',
      '421 4.4.2 mail.example.com Error: timeout exceeded',
      '451 4.4.2 Timeout - closing connection.',
    ],
    code: /^4/,
    enhanced: /^4\.(?:3\.2|4\.2)$/,
    verdict: 'deferred',
    reason: 'service_closing',
  },
  {
    replies: ['451 4.4.0 DNS query failed', '450 4.4.6 Routing loop detected (G16)'],
    code: /^4/,
    enhanced: /^4\.4\./,
    verdict: 'deferred',
    reason: 'routing',
  },
  {
    replies: ['550 5.7.1 Access denied', '554 5.7.1 <user@example.com>: Recipient address rejected: Access denied'],
    code: /^5/,
    enhanced: /^5\.7\./,
    verdict: 'bounced',
    reason: 'policy',
  },
  {
    replies: ['450 4.7.1 Service unavailable', '451 4.7.1 Service unavailable - try again later'],
    code: /^4/,
    enhanced: /^4\.7\./,
    verdict: 'deferred',
    reason: 'policy',
  },
  {
    replies: ['421 SMTP command timeout - closing connection', '421 Service not available, closing transmission channel'],
    code: /^421$/,
    verdict: 'deferred',
    reason: 'service_closing',
  },
  {
    replies: ['451 Timeout waiting for data from client', '451 timeout (#4.4.2)'],
    code: /^451$/,
    text: /\btime.?out\b/i,
    verdict: 'deferred',
    reason: 'service_closing',
  },
  {
    replies: ['451 4.3.0 Mail server temporarily rejected message', '451 Temporary local problem - please try later'],
    code: /^4/,
    verdict: 'deferred',
    reason: 'temporary',
  },
  {
    replies: ['554 Transaction failed', '550 Too many "Received" headers - suspected mail loop'],
    code: /^5/,
    verdict: 'bounced',
    reason: 'permanent',
  },
];
