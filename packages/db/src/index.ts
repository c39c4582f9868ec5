export { closeDatabase, openDatabase, pingDatabase, type Database } from './database.ts';
export { findDatabaseProblem } from './find-database-problem.ts';
export { isDatabaseAway } from './is-database-away.ts';
export { newId } from './new-id.ts';

export { createApiKey, type CreatedApiKey } from './api-key/create-api-key.ts';
export { ensureBootstrapKey } from './api-key/ensure-bootstrap-key.ts';
export { findApiKey, type ActiveApiKey } from './api-key/find-api-key.ts';
export { listApiKeys } from './api-key/list-api-keys.ts';
export { revokeApiKey } from './api-key/revoke-api-key.ts';

export { acceptSubmissions, type Submission, type SubmittedAttachment } from './email/accept-submissions.ts';
export { beginAttempt, type AttemptClaim } from './email/begin-attempt.ts';
export { findDue, type DueEmail } from './email/find-due.ts';
export { findExpiredLeases, type ExpiredLease } from './email/find-expired-leases.ts';
export { getEmail, type EmailDetail } from './email/get-email.ts';
export { listEmails, type EmailPage, type EmailSummary, type PageRequest } from './email/list-emails.ts';
export { loadDelivery, type Delivery } from './email/load-delivery.ts';
export {
  recordOutcome,
  type AttemptKey,
  type AttemptResult,
  type EmailAfterAttempt,
  type RecipientResult,
  type RecordedReply,
} from './email/record-outcome.ts';
export { renewLeases } from './email/renew-leases.ts';
export { ATTEMPTABLE, FINAL, TRANSITIONS, type StatusAfterAttempt } from './email/transitions.ts';

export type {
  AttemptOutcome,
  EmailEventType,
  EmailStatus,
  Mode,
  Permission,
  RecipientKind,
  RecipientState,
} from './generated/enums.ts';
