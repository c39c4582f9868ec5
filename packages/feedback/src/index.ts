/** Parses delivery reports (RFC 3464) and complaints (RFC 5965). */
export { type ComplaintReport, type DeliveryAction, type FeedbackReport, type RecipientReport } from './feedback-report.ts';
export { parseFeedback } from './parse-feedback.ts';
export { LOOKED_AT } from './read-mail.ts';
