import type { ReplyReason, UnsupportedReason } from '@sendoff/core';

/** What each reason means, and what can be done. */
export const REASONS: Readonly<Record<ReplyReason | UnsupportedReason, string>> = {
  authentication: 'The relay did not take the credentials, or wants some. See `MAIL_USERNAME` and `MAIL_PASSWORD`.',
  tls: 'Encryption did not come about, or the relay wants it.',
  relay_denied: 'The relay does not send mail for us, or not to this domain.',
  helo_refused:
    'The relay does not accept the name that Sendoff gives in EHLO. Set one that DNS knows: `?name=mail.example.com` in `MAIL_URL`.',
  account_refused: 'The account with the relay may not send: it is not activated, paused or suspended.',
  service_closing: 'The relay is closing, or has waited too long.',
  relay_failure: 'The relay has a fault of its own.',
  unknown_user: 'There is no such mailbox.',
  mailbox_disabled: 'The mailbox exists, and takes no mail for the time being.',
  unknown_domain: 'There is no such domain, or it takes no mail.',
  recipient_moved: 'The recipient has another address.',
  mailbox_full: 'The mailbox has no room.',
  greylisted: 'The server takes mail from strangers only when they come back.',
  rate_limited: 'Too much at once, or too much in all.',
  spam: 'The message was taken for spam, or for worse.',
  blocked: 'The address of the relay, or a link in the message, is on a list.',
  policy: 'The server has a rule against it, and seldom says which.',
  sender_authentication: 'SPF, DKIM, DMARC or reverse DNS of the sender are missing or fail.',
  sender_refused: 'The address of the sender is not accepted.',
  message_too_large: 'The message is larger than the server takes.',
  too_many_recipients: 'The message has more recipients than the server takes at once.',
  routing: 'The server cannot pass the message on, or it goes in circles.',
  smtputf8_needed: 'An address needs SMTPUTF8, which a server on the way does not know.',
  '8bitmime_needed':
    'The body needs 8BITMIME, which the relay does not offer, and cannot be encoded without breaking a signature.',
  temporary: 'Refused for now, for no reason that the table knows.',
  permanent: 'Refused for good, for no reason that the table knows.',
};
