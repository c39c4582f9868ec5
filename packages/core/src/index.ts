export { ERRORS, SendoffError, type ErrorCode, type ErrorDefinition, type ErrorName, type ErrorReply } from './error-table.ts';
export { fieldProblem, missingField, nameField, type FieldPath } from './field-problem.ts';
export { isTestAddress, SANDBOX_RELAY, sandboxRole, TEST_ADDRESSES, type SandboxRole } from './test-address.ts';
export { type DeliveryPhase } from './delivery/delivery-phase.ts';
export {
  isUnsupportedReason,
  REASONS_BESIDE_RELAY,
  type RelayErrorReason,
  type ReplyReason,
  type UnsupportedReason,
} from './delivery/failure-reason.ts';
export { type SmtpReply } from './delivery/smtp-reply.ts';
export {
  permanentFailure,
  temporaryFailure,
  type Answered,
  type AttemptOutcome,
  type LocalFailure,
  type RecipientOutcome,
  type RelayOutcome,
  type SkippedRelay,
} from './delivery/attempt-outcome.ts';
export { type AttemptRecord, type AttemptResult, type RecipientRecord, type RecordedReply } from './delivery/attempt-record.ts';
export {
  decideAfterAttempt,
  type AttemptedEmail,
  type Decision,
  type EmailAfterAttempt,
} from './delivery/decide-after-attempt.ts';
export {
  ATTEMPTABLE,
  FINAL,
  isOpen,
  statusesLeadingTo,
  TRANSITIONS,
  type EmailEventType,
  type EmailStatus,
  type RecipientState,
  type StatusAfterAttempt,
} from './delivery/email-status.ts';
export {
  RELAY_ERROR_DELAYS_MS,
  RELAY_ERROR_LIMIT_MS,
  relayErrorDelay,
  retryDelay,
  type RetryPolicy,
} from './delivery/retry-policy.ts';
