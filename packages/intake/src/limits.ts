/** How much of what an email may have. */
export const LIMITS = {
  to: 50,
  /** To, cc and bcc together, each address counted once. */
  recipients: 150,
  replyTo: 50,
  /** Octets of UTF-8: emails are found by their subject, and an entry of a B-tree holds 2704. */
  subject: 2000,
  /** Octets of html and text together, in UTF-8: a worker reads those of many emails at once. */
  contentOctets: 10 * 1024 * 1024,
  headers: 100,
  /** Octets of all names and values together. */
  headerOctets: 64 * 1024,
  tags: 100,
  attachments: 100,
  /** Octets of all attachments together, once they are base64. */
  attachmentOctets: 40 * 1024 * 1024,
  /** Octets of a message that is submitted whole. */
  messageOctets: 40 * 1024 * 1024,
  /** Characters. */
  filename: 255,
  /** Characters; the wire says "under 128". */
  contentId: 127,
  /** Characters of `scheduled_at`. */
  scheduledAt: 100,
  /** Days from now for which an email can be scheduled. */
  scheduleDays: 30,
  /** Emails in a batch. */
  batch: 100,
} as const;
