/** The limits of an email. */
export const LIMITS = {
  to: 50,
  /** To, cc and bcc together, each address counted once. */
  recipients: 150,
  replyTo: 50,
  /** Bytes of UTF-8: emails are found by their subject, and a B-tree entry of PostgreSQL holds 2704 bytes. */
  subject: 2000,
  /** Bytes of html and text together, in UTF-8: a worker loads those of many emails at once. */
  contentOctets: 10 * 1024 * 1024,
  headers: 100,
  /** Bytes of all names and values together. */
  headerOctets: 64 * 1024,
  tags: 100,
  attachments: 100,
  /** Bytes of all attachments together, encoded as base64. */
  attachmentOctets: 40 * 1024 * 1024,
  /** Bytes of a message submitted over SMTP. */
  messageOctets: 40 * 1024 * 1024,
  /** Characters. */
  filename: 255,
  /** Characters; the API says "under 128". */
  contentId: 127,
  /** Characters of `scheduled_at`. */
  scheduledAt: 100,
  /** Days in advance that an email can be scheduled. */
  scheduleDays: 30,
  /** Emails in a batch. */
  batch: 100,
} as const;
