export { closeDatabase, openDatabase, pingDatabase, type Database } from './database.ts';
export { findDatabaseProblem } from './find-database-problem.ts';
export { isDatabaseAway } from './is-database-away.ts';
export { firstIdAt, newId, timeOfId } from './new-id.ts';

export { createApiKey, type CreatedApiKey } from './api-key/create-api-key.ts';
export { ensureBootstrapKey } from './api-key/ensure-bootstrap-key.ts';
export { findApiKey, type ActiveApiKey } from './api-key/find-api-key.ts';
export { findFirstFullAccessKey } from './api-key/find-first-full-access-key.ts';
export { listApiKeys, type ApiKeyPageRequest } from './api-key/list-api-keys.ts';
export { noteApiKeyUses } from './api-key/note-api-key-uses.ts';
export { renameApiKey } from './api-key/rename-api-key.ts';
export { revokeApiKey } from './api-key/revoke-api-key.ts';

export { acceptSubmissions, type Acceptance } from './email/accept-submissions.ts';
export {
  keepFetchedAttachment,
  listAttachments,
  readAttachment,
  readAttachmentBytes,
  type AttachmentSummary,
} from './email/attachments.ts';
export { areKept } from './email/are-kept.ts';
export { beginAttempts, type AttemptClaim, type LeaseTerms } from './email/begin-attempts.ts';
export { cancelEmail } from './email/cancel-email.ts';
export { type Delivery, type DeliveryAttachment, type DeliveryRecipient } from './email/delivery.ts';
export {
  findIdempotentAnswer,
  IDEMPOTENCY_HOURS,
  type IdempotentRequest,
  type KeyConflict,
} from './email/claim-idempotency-key.ts';
export { type Refusal } from './email/explain-refusal.ts';
export { findDue, type DueEmail } from './email/find-due.ts';
export { findExpiredLeases, type ExpiredLease } from './email/find-expired-leases.ts';
export { getEmail, type EmailDetail } from './email/get-email.ts';
export { listEmails, type EmailFilter, type EmailPage, type EmailSummary, type PageRequest } from './email/list-emails.ts';
export { listAttempts, listEvents } from './email/list-history.ts';
export { putOffEmails, type PutOff, type PutOffTerms } from './email/put-off-emails.ts';
export { measureBacklog, type BacklogMeasure } from './email/measure-backlog.ts';
export { readPreview } from './email/read-preview.ts';
export { readStanding, type Standing } from './email/read-standing.ts';
export {
  recordOutcomes,
  type AttemptResult,
  type EmailAfterAttempt,
  type PassedOverRelay,
  type RecipientResult,
  type RecordedOutcome,
  type RecordedReply,
} from './email/record-outcomes.ts';
export {
  removeExpiredContent,
  removeExpiredIdempotencyKeys,
  removeUnusedAttachmentContents,
} from './email/remove-expired-content.ts';
export { renewLeases } from './email/renew-leases.ts';
export { rescheduleEmail, type Rescheduled } from './email/reschedule-email.ts';
export { resolveEmail, type Resolution } from './email/resolve-email.ts';
export { retryEmail } from './email/retry-email.ts';
export { type Submission, type SubmittedAttachment } from './email/submission.ts';
export { ATTEMPTABLE, FINAL, TRANSITIONS, type StatusAfterAttempt } from './email/transitions.ts';

export { countClosedMinutes, type CountingState } from './overview/count-closed-minutes.ts';
export { NO_EVENTS, type EventCounts } from './overview/event-counts.ts';
export { readCountsOverTime, readRecentCounts, type CountsAt } from './overview/read-counts.ts';
export { readRelayHealth, type RelayHealth } from './overview/read-relay-health.ts';
export { COUNTED_AT_MOST, readUnfinished, type Unfinished } from './overview/read-unfinished.ts';

export { beginSession, type SessionRequest } from './session/begin-session.ts';
export { endSession } from './session/end-session.ts';
export { findSession } from './session/find-session.ts';

export type {
  AttemptOutcome,
  EmailEventType,
  EmailStatus,
  Mode,
  Permission,
  RecipientKind,
  RecipientState,
} from './generated/enums.ts';
