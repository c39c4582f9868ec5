export { closeDatabase, openDatabase, pingDatabase, type Database } from './database.ts';
export { findDatabaseProblem } from './find-database-problem.ts';
export { isDatabaseAway } from './is-database-away.ts';
export { firstIdAt, newId, timeOfId } from './new-id.ts';

export { createApiKey, type CreatedApiKey, type NewApiKey } from './api-key/create-api-key.ts';
export { ensureBootstrapKey } from './api-key/ensure-bootstrap-key.ts';
export {
  findApiKeys,
  isRestricted,
  NO_RESTRICTIONS,
  type ActiveApiKey,
  type ApiKeyRestrictions,
} from './api-key/find-api-keys.ts';
export { findFirstFullAccessKey } from './api-key/find-first-full-access-key.ts';
export { followKeyWeights, type KeyWeights } from './api-key/follow-key-weights.ts';
export { listApiKeys, type ApiKeyPageRequest } from './api-key/list-api-keys.ts';
export { scopeOf, type ModeScope } from './api-key/mode-scope.ts';
export { noteApiKeyUses } from './api-key/note-api-key-uses.ts';
export { readKeyUsage, type KeyUsage } from './api-key/read-key-usage.ts';
export { readKeyWeights } from './api-key/read-key-weights.ts';
export { revokeApiKey } from './api-key/revoke-api-key.ts';
export { shareEmailCounts } from './api-key/share-email-counts.ts';
export { type ExceededQuota, type KeyQuota, type QuotaUse } from './api-key/take-from-quota.ts';
export { updateApiKey, type ApiKeyChanges } from './api-key/update-api-key.ts';

export { acceptSubmissions, type Acceptance, type QuotaCharge } from './email/accept-submissions.ts';
export {
  keepFetchedAttachment,
  listAttachments,
  measureAttachment,
  readAttachment,
  readAttachmentBytes,
  type AttachmentSummary,
} from './email/attachments.ts';
export { areKept } from './email/are-kept.ts';
export {
  beginAttempts,
  beginOrSetAside,
  type AttemptClaim,
  type LeaseTerms,
  type SetAside,
  type SetAsideTerms,
} from './email/begin-attempts.ts';
export { cancelEmail } from './email/cancel-email.ts';
export {
  type Delivery,
  type DeliveryAttachment,
  type DeliveryContent,
  type DeliveryMessage,
  type DeliveryRecipient,
} from './email/delivery.ts';
export {
  findIdempotentAnswer,
  IDEMPOTENCY_HOURS,
  type IdempotentRequest,
  type KeyConflict,
} from './email/claim-idempotency-key.ts';
export { type Refusal } from './email/explain-refusal.ts';
export { findDue, type DueEmail } from './email/find-due.ts';
export { findUpcoming, NOT_LOOKED_YET, type DuePosition, type UpcomingEmail } from './email/find-upcoming.ts';
export { findExpiredLeases, findOpenAttempts, type OpenAttempt } from './email/find-expired-leases.ts';
export { type LastAttempt, type Trouble, type TroubledRecipient } from './email/find-troubles.ts';
export { getEmail, type EmailDetail } from './email/get-email.ts';
export { listEmails, type EmailPage, type EmailSummary } from './email/list-emails.ts';
export type { EmailFilter, PageRequest } from './email/page-request.ts';
export { listAttempts, listEvents } from './email/list-history.ts';
export {
  findPendingParts,
  readPendingMessage,
  recordParts,
  type MessageParts,
  type PendingParts,
} from './email/pending-parts.ts';
export { postponeEmails, type PostponedEmail, type PostponeLimits, type PostponeTerms } from './email/postpone-emails.ts';
export { measureBacklog, type BacklogMeasure } from './email/measure-backlog.ts';
export { readMessage, readMessageFiles, type KeptMessage } from './email/read-message.ts';
export { readPreview } from './email/read-preview.ts';
export { readStatus, type CurrentStatus } from './email/read-status.ts';
export { recordOutcomes, type RecordedOutcome } from './email/record-outcomes.ts';
export {
  removeExpiredContent,
  removeExpiredIdempotencyKeys,
  removeUnusedAttachmentContents,
} from './email/remove-expired-content.ts';
export { keepAside, returnEmails, type Return } from './email/set-aside.ts';
export { renewLeases } from './email/renew-leases.ts';
export { rescheduleEmail, type Rescheduled } from './email/reschedule-email.ts';
export { resolveEmail, type Resolution } from './email/resolve-email.ts';
export { retryEmail } from './email/retry-email.ts';
export {
  contentHash,
  contentsOf,
  hashContents,
  textLength,
  type Submission,
  type SubmittedAttachment,
  type SubmittedMessage,
} from './email/submission.ts';

export { recordFeedback, type Feedback, type FeedbackResult } from './feedback/record-feedback.ts';

export { countAccepted, type AcceptedCounts, type TimeRange } from './overview/count-accepted.ts';
export { countClosedMinutes, type CountingState } from './overview/count-closed-minutes.ts';
export { NO_EVENTS, type EventCounts } from './overview/event-counts.ts';
export { readCountsOverTime, type CountsAt, type CountsRange } from './overview/read-counts.ts';
export { readRelayHealth, type RelayEvidence, type RelayHealth } from './overview/read-relay-health.ts';
export { MAX_COUNTED, readUnfinished, type Unfinished } from './overview/read-unfinished.ts';

export { beginSession, type SessionRequest } from './session/begin-session.ts';
export { endSession } from './session/end-session.ts';
export { findSessions } from './session/find-sessions.ts';

export { createWebhook, WebhookQuotaReached, type SignedWebhook } from './webhook/create-webhook.ts';
export { deleteWebhook } from './webhook/delete-webhook.ts';
export { findAbandonedWebhooks, type AbandonedWebhook } from './webhook/find-abandoned-webhooks.ts';
export { findDueWebhooks } from './webhook/find-due-webhooks.ts';
export { findWebhookOwner } from './webhook/find-webhook-owner.ts';
export { getWebhook } from './webhook/get-webhook.ts';
export { getWebhookEvent } from './webhook/get-webhook-event.ts';
export { listWebhookAttempts } from './webhook/list-webhook-attempts.ts';
export { listWebhookEvents } from './webhook/list-webhook-events.ts';
export { listWebhooks, type WebhookPageRequest } from './webhook/list-webhooks.ts';
export { recordWebhookAttempts, type FailingTerms, type RecordedWebhook } from './webhook/record-webhook-attempts.ts';
export { removeDeletedWebhooks, removeExpiredWebhooks } from './webhook/remove-expired-webhooks.ts';
export { replayWebhookEvent, type Replay } from './webhook/replay-webhook-event.ts';
export { rotateWebhookSecret } from './webhook/rotate-webhook-secret.ts';
export { takeWebhooks, type WebhookTerms } from './webhook/take-webhooks.ts';
export { updateWebhook, type WebhookChanges } from './webhook/update-webhook.ts';
export {
  UNSERVED_EVENT_TYPES,
  WEBHOOK_EVENT_TYPES,
  type ChosenEventType,
  type WebhookEventType,
} from './webhook/webhook-event-types.ts';
export { OVERLAP_HOURS } from './webhook/webhook-secret.ts';
export { type WebhookWork } from './webhook/webhook-work.ts';
export { type NoteWebhooks } from './webhook/webhooks-of-events.ts';

export { addSuppressions, type AddedSuppression, type NewSuppression } from './suppression/add-suppressions.ts';
export { findSuppression } from './suppression/find-suppression.ts';
export { listSuppressions, readAllSuppressions, type SuppressionPageRequest } from './suppression/list-suppressions.ts';
export { removeSuppressions } from './suppression/remove-suppressions.ts';
export { type Suppression, type SuppressionKey } from './suppression/suppression.ts';

export type {
  AttemptOutcome,
  EmailEventType,
  EmailStatus,
  Mode,
  Permission,
  RecipientFeedback,
  RecipientKind,
  RecipientState,
  SuppressionOrigin,
  WebhookDeliveryStatus,
  WebhookOutcome,
  WebhookStatus,
} from './generated/enums.ts';
