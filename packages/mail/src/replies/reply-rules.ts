/**
 * What the replies of servers mean, as an ordered table: the first rule that fits decides.
 *
 * Above each rule stands a reply that prompted it. Rules that read the text come before those
 * that read the enhanced status code, because many servers send a general code (5.7.1, 5.0.0) with
 * an exact text; those that read the reply code alone come last.
 */
import { type DeliveryPhase } from './delivery-phase.ts';
import { type ReplyRule } from './reply-rule.ts';

const BEFORE_MAIL: readonly DeliveryPhase[] = ['connect', 'authenticate'];
const OF_RECIPIENT: readonly DeliveryPhase[] = ['recipient', 'data', 'final_reply'];

/** The table. */
export const REPLY_RULES: readonly ReplyRule[] = [
  // --- The relay and us: nothing in these is about the message or its recipients ---

  // 535 5.7.8 Username and Password not accepted (Gmail)
  // 530 5.7.0 Must issue a STARTTLS command first; 530 5.7.1 Authentication required
  // 534 5.7.9 Application-specific password required; 538 5.7.11 Encryption required
  { code: /^530$/, text: /starttls|\btls\b|encrypt/i, verdict: 'relay_trouble', reason: 'tls' },
  { code: /^53[0458]$/, verdict: 'relay_trouble', reason: 'authentication' },
  // 454 4.7.0 TLS not available due to local problem (Postfix); 454 4.7.0 Temporary authentication failure
  { code: /^454$/, text: /\btls\b|starttls/i, verdict: 'relay_trouble', reason: 'tls' },
  { code: /^454$/, text: /authentic|login|password/i, verdict: 'relay_trouble', reason: 'authentication' },
  { code: /^421$/, phases: ['authenticate'], verdict: 'relay_trouble', reason: 'service_closing' },
  { code: /^[45]/, phases: ['authenticate'], verdict: 'relay_trouble', reason: 'authentication' },
  // 421 4.7.0 Too many connections from your IP; 554 too many concurrent SMTP connections, in place of a greeting
  {
    code: /^[45]/,
    phases: ['connect'],
    text: /too many|too fast|rate|concurrent|exceed/i,
    verdict: 'relay_trouble',
    reason: 'rate_limited',
  },
  // 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org, in place of a greeting
  {
    code: /^5/,
    phases: ['connect'],
    text: /block|black|reject|denied|reputation|spamhaus/i,
    verdict: 'relay_trouble',
    reason: 'blocked',
  },
  // 421 4.3.2 Service not available, closing transmission channel, in place of a greeting
  { code: /^[45]/, phases: BEFORE_MAIL, verdict: 'relay_trouble', reason: 'service_closing' },
  // 554 5.7.1 <user@example.com>: Relay access denied (Postfix); 550 relay not permitted (Exim)
  // 550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain (Exchange); 550-Please turn on SMTP Authentication
  {
    code: /^[45]/,
    text: /relay(?:ing)? (?:access )?(?:is )?(?:denied|not (?:permitted|allowed)|prohibited)|unable to relay|not (?:permitted|allowed) to relay|(?:do|does) not relay|we don.?t relay|turn on smtp auth|authentication (?:is )?required|must (?:first )?authenticate|not authenticated/i,
    verdict: 'relay_trouble',
    reason: 'relay_denied',
  },
  // 503 5.5.1 Error: need MAIL command: we and the relay disagree on where the dialogue stands; a new session may not
  { code: /^503$/, verdict: 'deferred', reason: 'relay_failure' },
  // 452 4.3.1 Insufficient system storage; 431 disk full: the relay's own disk, unlike a mailbox that is full
  { code: /^4/, enhanced: /^4\.3\.1$/, verdict: 'deferred', reason: 'relay_failure' },

  // --- The recipient, in words; servers put them under all kinds of codes ---

  // 552 5.2.2 The email account that you tried to reach is over quota (Gmail); 452 4.2.2 Mailbox full (Dovecot)
  // 550 5.2.2 <user@example.com>: user is over the quota; 554 5.2.2 mailbox full; 552-5.7.0 is a refused attachment
  {
    code: /^4/,
    text: /(?:mail ?box|account|inbox|user|recipient)\b.{0,60}\b(?:full|over.?quota|quota)|over (?:the |disk |allowed )?quota|quota (?:is )?(?:exceeded|full)|out of storage space|insufficient.{0,20}(?:mailbox|disk quota)/i,
    verdict: 'deferred',
    reason: 'mailbox_full',
  },
  {
    code: /^5/,
    text: /(?:mail ?box|account|inbox|user|recipient)\b.{0,60}\b(?:full|over.?quota|quota)|over (?:the |disk |allowed )?quota|quota (?:is )?(?:exceeded|full)|out of storage space|exceed.{0,20}quota/i,
    verdict: 'bounced',
    reason: 'mailbox_full',
  },
  // 552 5.3.4 Message size exceeds fixed limit (Postfix); 552 5.2.3 Message too large
  {
    code: /^5/,
    text: /(?:message|mail)\b.{0,30}\b(?:size|length)\b.{0,30}exceed|(?:message|mail) (?:is )?too (?:large|big)|exceeds.{0,30}\bsize\b|size limit/i,
    verdict: 'bounced',
    reason: 'message_too_large',
  },
  // 450 4.2.0 <user@example.com>: Recipient address rejected: Greylisted (Postgrey); 451 4.7.1 Greylisting in action
  {
    code: /^4/,
    text: /gr[ae]y.?list|try again in \d+|please (?:re)?try (?:again )?(?:later|in)\b.{0,30}(?:minute|second)/i,
    verdict: 'deferred',
    reason: 'greylisted',
  },
  // 450 4.2.1 The user you are trying to contact is receiving mail too quickly (Gmail); 421 4.7.28 unusual rate of mail
  // 451 4.7.500 Server busy (Outlook); 421 4.7.0 [TSS04] Messages temporarily deferred due to unexpected volume (Yahoo)
  {
    code: /^4/,
    text: /too (?:many|quickly|fast|much)|rate.?limit|unusual rate|unexpected volume|user complaints|throttl|server busy|concurrent|exceed(?:ed|s)?\b.{0,40}\b(?:limit|rate|quota)/i,
    verdict: 'deferred',
    reason: 'rate_limited',
  },
  // 452 4.5.3 Too many recipients is covered above; 552 5.5.3 Too many recipients (old servers, RFC 5321 section 4.5.3.1.10)
  { code: /^5/, text: /too many recipients/i, verdict: 'deferred', reason: 'too_many_recipients' },
  // 550 Too many messages from this sender today
  {
    code: /^5/,
    text: /too many (?:connections|messages|concurrent|errors|mails)|rate limit|sending limit/i,
    verdict: 'bounced',
    reason: 'rate_limited',
  },

  // --- What is held against the message or its sender, though the code often is that of a recipient ---

  // 550 5.7.26 This message does not have authentication information (Gmail); 550 5.7.509 does not pass DMARC (Outlook)
  // 550 5.7.25 The IP address sending this message does not have a PTR record (Gmail); 450 4.7.1 cannot find your hostname
  {
    code: /^5/,
    text: /\bspf\b|\bdkim\b|\bdmarc\b|sender policy framework|\bptr\b|reverse (?:dns|hostname|lookup)|(?:cannot|can't) find your (?:reverse )?hostname|unauthenticated (?:e?mail|sender)/i,
    verdict: 'bounced',
    reason: 'sender_authentication',
  },
  {
    code: /^4/,
    text: /\bspf\b|\bdkim\b|\bdmarc\b|\bptr\b|reverse (?:dns|hostname|lookup)|(?:cannot|can't) find your (?:reverse )?hostname/i,
    verdict: 'deferred',
    reason: 'sender_authentication',
  },
  // 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org (Postfix)
  // 550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent ... S3140 (Outlook)
  {
    code: /^5/,
    text: /block(?:ed|ing|list|\s+list)|black.?list|spamhaus|spamcop|barracuda|\brbls?\b|dnsbl|\[?S3140|poor reputation|bad reputation|low reputation|banned|listed (?:at|in|by|on)/i,
    verdict: 'bounced',
    reason: 'blocked',
  },
  { code: /^4/, text: /block(?:ed|list)|black.?list|spamhaus|reputation|\[?S77719/i, verdict: 'deferred', reason: 'blocked' },
  // 554 5.7.1 Message rejected as spam; 550 High probability of spam (Mailgun); 554 virus found
  { code: /^5/, text: /\bspam|unsolicited|\buce\b|junk mail|virus|malware|phish/i, verdict: 'bounced', reason: 'spam' },
  { code: /^4/, text: /\bspam|unsolicited|virus/i, verdict: 'deferred', reason: 'spam' },
  // 550 5.1.8 Sender address rejected: Domain not found (Postfix); 553 5.1.8 sender domain must resolve; 550 sender verify failed
  {
    code: /^5/,
    text: /sender (?:address|domain|denied|rejected|not|verify)|(?:bad|invalid|unverified) sender|return path|envelope.?from|from (?:address|domain).{0,40}(?:not|invalid|unverified)|not verified/i,
    verdict: 'bounced',
    reason: 'sender_refused',
  },
  { code: /^4/, text: /sender (?:address|domain)|sender verify/i, verdict: 'deferred', reason: 'sender_refused' },
  { code: /^5/, enhanced: /^5\.1\.[78]$/, verdict: 'bounced', reason: 'sender_refused' },

  // --- The recipient for good ---

  // 551 5.1.6 Recipient no longer on server; 551 User not local; please try <other@example.net> (RFC 5321)
  { code: /^5/, phases: OF_RECIPIENT, enhanced: /^5\.1\.6$/, verdict: 'bounced', reason: 'recipient_moved', suppress: true },
  // 550 5.2.1 The email account that you tried to reach is disabled (Gmail); 554 delivery error: this user doesn't have an account (Yahoo)
  {
    code: /^5/,
    phases: OF_RECIPIENT,
    text: /(?:account|mail ?box|user|address|recipient)\b.{0,60}\b(?:disabled|inactive|deactivated|suspended|not active|closed|discontinued|no longer (?:active|valid|available|in use))/i,
    verdict: 'bounced',
    reason: 'mailbox_disabled',
    suppress: true,
  },
  // 550 5.1.1 The email account that you tried to reach does not exist (Gmail); 550 5.1.1 User unknown in virtual mailbox table (Postfix)
  // 550 5.1.10 RESOLVER.ADR.RecipientNotFound (Exchange)
  // 550 No Such User Here (Exim, cPanel); 554 delivery error: dd This user doesn't have a yahoo.com account (Yahoo)
  {
    code: /^5/,
    phases: OF_RECIPIENT,
    text: /(?:user|recipient|mail ?box|account|address)\b.{0,80}\b(?:unknown|not (?:found|exist|known|recognized|listed)|doesn.?t (?:exist|have)|does not exist|not a (?:valid|known)|undeliverable|invalid)|(?:unknown|no such|invalid|non-?existent|unrouteable) (?:local |virtual )?(?:user|recipient|mail ?box|account|address|person)|no mailbox here|not our customer|recipientnotfound|user.{0,20}not (?:local|here)/i,
    verdict: 'bounced',
    reason: 'unknown_user',
    suppress: true,
  },
  // 550 5.1.2 Host unknown; 550 5.4.4 Host or domain name not found (Postfix), when the relay has looked it up for us
  {
    code: /^5/,
    phases: OF_RECIPIENT,
    text: /(?:host|domain)\b.{0,40}\b(?:unknown|not (?:found|exist)|does not exist)|(?:unknown|no such) (?:host|domain)|bad destination/i,
    verdict: 'bounced',
    reason: 'unknown_domain',
    suppress: true,
  },
  // 550 5.4.1 [user@example.com]: Recipient address rejected: Access denied (Exchange Online, for an unknown recipient)
  {
    code: /^550$/,
    phases: OF_RECIPIENT,
    enhanced: /^5\.4\.1$/,
    text: /recipient address rejected/i,
    verdict: 'bounced',
    reason: 'unknown_user',
    suppress: true,
  },
  // 550 5.5.0 Requested action not taken: mailbox unavailable (Outlook.com)
  {
    code: /^550$/,
    phases: OF_RECIPIENT,
    text: /^requested action not taken: mailbox unavailable/i,
    verdict: 'bounced',
    reason: 'unknown_user',
    suppress: true,
  },
  // 550 5.4.4 Invalid domain; 550 5.4.4 Host not found
  { code: /^5/, phases: OF_RECIPIENT, enhanced: /^5\.4\.4$/, verdict: 'bounced', reason: 'unknown_domain', suppress: true },
  // 556 5.1.10 Recipient domain has null MX (RFC 7505)
  { code: /^556$/, phases: OF_RECIPIENT, verdict: 'bounced', reason: 'unknown_domain', suppress: true },
  // 550 5.1.1 with a text in another language
  {
    code: /^5/,
    phases: OF_RECIPIENT,
    enhanced: /^5\.1\.(?:1|3|10)$/,
    verdict: 'bounced',
    reason: 'unknown_user',
    suppress: true,
  },
  { code: /^5/, phases: OF_RECIPIENT, enhanced: /^5\.1\.2$/, verdict: 'bounced', reason: 'unknown_domain', suppress: true },
  // 550 5.2.2 with a text in another language
  { code: /^5/, enhanced: /^5\.2\.2$/, verdict: 'bounced', reason: 'mailbox_full' },
  { code: /^4/, enhanced: /^4\.2\.2$/, verdict: 'deferred', reason: 'mailbox_full' },

  // --- By the enhanced status code alone ---

  // 553 5.6.7 SMTPUTF8 is required, but was not offered by host (Postfix)
  { code: /^5/, enhanced: /^5\.6\.7$/, verdict: 'bounced', reason: 'smtputf8_needed' },
  { code: /^5/, enhanced: /^5\.(?:2\.3|3\.4)$/, verdict: 'bounced', reason: 'message_too_large' },
  // 554 5.4.6 Routing loop detected (Exchange); 554 5.4.0 Too many hops (Postfix)
  { code: /^5/, enhanced: /^5\.4\./, verdict: 'bounced', reason: 'routing' },
  { code: /^4/, enhanced: /^4\.4\./, verdict: 'deferred', reason: 'routing' },
  // 550 5.7.1 Access denied; 550 5.7.350 Remote server returned message detected as spam
  { code: /^5/, enhanced: /^5\.7\./, verdict: 'bounced', reason: 'policy' },
  { code: /^4/, enhanced: /^4\.7\./, verdict: 'deferred', reason: 'policy' },
  // 421 4.3.2 shutting down; 421 Timeout exceeded
  { code: /^421$/, verdict: 'deferred', reason: 'service_closing' },

  // --- By the reply code alone (RFC 5321 section 4.2.1) ---
  { code: /^4/, verdict: 'deferred', reason: 'temporary' },
  { code: /^5/, verdict: 'bounced', reason: 'permanent' },
];
