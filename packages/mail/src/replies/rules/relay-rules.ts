import type { ReplyRule } from '../reply-rule.ts';

/** The relay and us: nothing in these is about the message or its recipients, save the first. */
export const RELAY_RULES: readonly ReplyRule[] = [
  // Exchange says this of a mailbox or group that takes mail from its own organisation only.
  {
    replies: [
      '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required',
      '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed',
    ],
    code: /^5/,
    text: /resolver\.rst\./i,
    verdict: 'bounced',
    reason: 'policy',
  },
  {
    replies: ['530 5.7.0 Must issue a STARTTLS command first'],
    code: /^530$/,
    text: /starttls|\btls\b|encrypt/i,
    verdict: 'relay_error',
    reason: 'tls',
  },
  {
    replies: [
      '535 5.7.8 Username and Password not accepted',
      '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
      '534 5.7.9 Application-specific password required',
      '538 5.7.11 Encryption required for requested authentication mechanism',
    ],
    code: /^53[0458]$/,
    verdict: 'relay_error',
    reason: 'authentication',
  },
  {
    replies: ['454 4.7.0 TLS not available due to local problem', '454 TLS currently unavailable'],
    code: /^454$/,
    text: /\btls\b|starttls/i,
    verdict: 'relay_error',
    reason: 'tls',
  },
  {
    replies: ['454 4.7.0 Temporary authentication failure'],
    code: /^454$/,
    text: /authentic|login|password/i,
    verdict: 'relay_error',
    reason: 'authentication',
  },
  {
    replies: ['421 4.7.0 Server closing connection'],
    code: /^421$/,
    phases: ['authenticate'],
    verdict: 'relay_error',
    reason: 'service_closing',
  },
  {
    replies: ['435 Unable to authenticate at present', '501 Invalid base64 data'],
    code: /^[45]/,
    phases: ['authenticate'],
    verdict: 'relay_error',
    reason: 'authentication',
  },
  {
    replies: [
      '421 4.7.0 mail.example.com Error: too many connections from 192.0.2.1',
      '421 Too many concurrent SMTP connections; please try again later.',
    ],
    code: /^[45]/,
    phases: ['connect'],
    text: /too many|too fast|\brate\b|concurrent|exceed|quota/i,
    verdict: 'relay_error',
    reason: 'rate_limited',
  },
  {
    replies: [
      '554-gmx.net (mxgmx104) Nemesis ESMTP Service not available\n554-No SMTP service\n554-IP address is block listed.\n554 For explanation visit https://postmaster.gmx.net/en/case?c=r0201',
    ],
    code: /^5/,
    phases: ['connect'],
    text: /block|black|reject|denied|reputation|spamhaus/i,
    verdict: 'relay_error',
    reason: 'blocked',
  },
  {
    replies: ['421 4.3.2 Service not available', '554 SMTP service not available'],
    code: /^[45]/,
    phases: ['connect'],
    verdict: 'relay_error',
    reason: 'service_closing',
  },
  {
    replies: [
      '554 5.7.1 <user@example.com>: Relay access denied',
      '550 relay not permitted',
      '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
      "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
      '553 Relaying disallowed as user@example.com',
    ],
    code: /^[45]/,
    text: /relay(?:ing)? (?:access )?(?:is )?(?:denied|disallowed|not (?:permitted|allowed)|prohibited)|unable to relay|not (?:permitted|allowed|configured) to relay|(?:do|does) not relay|we don.?t relay|allowed rcpthosts/i,
    verdict: 'relay_error',
    reason: 'relay_denied',
  },
  {
    replies: [
      '550-Please turn on SMTP Authentication in your mail client.',
      '550 must be authenticated',
      "550-5.7.1 Invalid credentials for relay [192.0.2.1]. The IP address you've\n550 5.7.1 registered in your Google Workspace SMTP Relay service doesn't match",
    ],
    code: /^[45]/,
    text: /turn on smtp auth|authentication (?:is )?required|must (?:first |be )?authenticated?|not authenticated|invalid credentials/i,
    verdict: 'relay_error',
    reason: 'relay_denied',
  },
  // We and the relay disagree on where the dialogue stands; in a new session we may not.
  {
    replies: ['503 5.5.1 Error: need MAIL command'],
    code: /^503$/,
    verdict: 'deferred',
    reason: 'relay_failure',
  },
  // The relay's own disk, unlike a mailbox that is full.
  {
    replies: ['452 4.3.1 Insufficient system storage', '452 4.3.1 Insufficient system resources (UsedDiskSpace[D:\\Queue])'],
    code: /^4/,
    enhanced: /^4\.3\.1$/,
    verdict: 'deferred',
    reason: 'relay_failure',
  },
];
