import type { ReplyRule } from '../reply-rule.ts';

/** How much we send in all; a mailbox that is over its quota is none of it. */
const SENDING_LIMIT =
  /\b(?:sending|relay|messaging|submission) (?:limit|quota|rate)|submissionquotaexceeded|\bdaily .{0,20}(?:limit|quota)|throttling failure|(?:mail|email|message|rcpt|recipient|failure)s (?:per|this|every) \d{0,3} ?(?:second|minute|hour|day|month|session)|mail send limit|maximum credits|\byou\b.{0,5} exceeded your (?!mail ?box|storage|disk)\w{1,20} (?:limit|quota)|ratelimit .{1,40} exceeded|too many (?:messages|mails|emails)|unusual sending activity|tenant has exceeded/i;

/** The account itself, which the provider has not opened yet, or has shut. */
const ACCOUNT_REFUSED =
  /not authorized to perform .?ses:|sending (?:is )?paused|(?:domain|account)\b.{0,260}\bnot allowed to send|sandbox subdomains|your \w{0,20} ?account\b.{0,20}\b(?:activated|approved|suspended|disabled|blocked|locked|deactivated)|outboundspamexception|bad outbound sender|outgoing mail from .{1,260} has been suspended|e?mail outgoing blocked|unauthenticated senders not allowed/i;

/** An address or domain that the account may not send from; it has nothing to do with whether that address exists. */
const SENDER_NOT_OURS =
  /address is not verified|domain is not verified|verified sender identity|not owned by (?:auth )?user|permissions? to send as|sendasdenied|not authori[sz]ed to send from|(?:same as|must equal) authoriz(?:ation|ed) user|from address is not one of your|sender address is not allowed|from:? address (?:is )?not verified/i;

/**
 * What the relay says of our account with it. It concerns the email only by chance: another relay takes it, or this one does
 * when the limit is over, the account is opened or the sender is verified there.
 */
export const ACCOUNT_RULES: readonly ReplyRule[] = [
  {
    replies: [
      '550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to https://support.google.com/a/answer/166852 - gsmtp',
      '550 5.4.5 Daily user sending quota exceeded. o65sm25351206pga.71 - gsmtp',
      '550-5.7.1 Daily SMTP relay limit exceeded for customer. For more information on\n550-5.7.1 SMTP relay sending limits please contact your administrator or visit\n550 5.7.1  https://support.google.com/a/answer/6140680#dailylimit - gsmtp',
      "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
      '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message due to a permanent exception with message The message submission rate for this client has exceeded the configured limit.',
      '550 5.7.705 Access denied, tenant has exceeded threshold',
      '454 Throttling failure: Daily message quota exceeded',
      '454 Throttling failure: Maximum sending rate exceeded',
      '451 You have exceeded your messaging limits',
      '550 User user@example.com has exceeded its 24-hour sending limit. Messages to 25 recipients out of 25',
      '552 Message would take you over your relay quota of 500 Current quota used: 487',
      '554 5.7.1 <user@example.com>: Recipient address rejected: You have exceeded your Outmail quota.',
      '554 5.7.1 <DATA>: Data command rejected: limit of 400 rcpts per 24 hours for client user@example.com reached',
      '550 Domain example.com has exceeded the max emails per hour (500/500 (100%)) allowed. Message discarded.',
      '550 Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
      '451-Requested action aborted\n451 Mails per session limit exceeded',
      '450-Requested mail action not taken: mailbox unavailable\n450 Mail send limit exceeded.',
      '451 4.7.1 Ratelimit "user" exceeded',
      '550 sorry, too many emails (#5.7.1)',
      '550 5.4.6 Unusual sending activity detected. Please try after sometime',
      '550 This IP has sent too many messages this hour. IB504',
    ],
    code: /^[45]/,
    text: SENDING_LIMIT,
    verdict: 'relay_error',
    reason: 'rate_limited',
  },
  // GMX says so to its own users, under the words of a mailbox that is not there.
  {
    replies: ['550-Requested action not taken: mailbox unavailable\n550 Failure sending mail. Try again later'],
    code: /^5/,
    text: /failure sending mail\. try again later/i,
    verdict: 'relay_error',
    reason: 'rate_limited',
  },
  {
    replies: [
      "554 Access denied: User `arn:aws:iam::123456789012:user/ses' is not authorized to perform `ses:SendRawEmail' on resource `arn:aws:ses:us-west-2:123456789012:identity/user@example.com'",
      '554 Message rejected: Sending paused for this account.',
      '421 Domain example.mailgun.org is not allowed to send: Please activate your Mailgun account. Check your inbox or log in to your control panel to resend the activation email.',
      '554 Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients in domain settings.',
      '502 5.7.0 Your SMTP account is not yet activated. Please contact us at contact@sendinblue.com to request activation',
      '554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; Failed to process message due to a permanent exception with message WASCL UserAction verdict is not None. Actual verdict is RefuseQuota, ShowTierUpgrade.',
      '550 5.1.8 Access denied, bad outbound sender AS(42003)',
      '550 Outgoing mail from "user" has been suspended.',
      '554 5.1.8 Email Outgoing Blocked',
      '550 Unauthenticated senders not allowed',
    ],
    code: /^[45]/,
    text: ACCOUNT_REFUSED,
    verdict: 'relay_error',
    reason: 'account_refused',
  },
  {
    replies: [
      '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: user@example.com',
      '550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements',
      '553 5.7.1 <user@example.com>: Sender address rejected: not owned by user other@example.com',
      '553 5.7.1 Sender address rejected: not owned by auth user.',
      '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
      '554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message Cannot submit message.',
      '501 mail from address must be same as authorization user',
      '553 Mail from must equal authorized user',
      '550-Requested action not taken: mailbox unavailable\n550 Sender address is not allowed.',
      '550 The example.com domain is not verified. Please, add and verify your domain on https://resend.com/domains',
    ],
    code: /^[45]/,
    text: SENDER_NOT_OURS,
    verdict: 'relay_error',
    reason: 'sender_refused',
  },
];
