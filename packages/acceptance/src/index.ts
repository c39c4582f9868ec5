export { enqueueNear, type EnqueueingParts, type WaitingEmail } from './enqueue-near.ts';
export { keepEmails, keepEmailsOnce, type KeepingParts } from './keep-emails.ts';
export { noteKeyUses, type KeyUses } from './keys/note-key-uses.ts';
export { rememberApiKeys, type FindApiKeys, type RememberedApiKeys } from './keys/remember-api-keys.ts';
export { LIMITS } from './limits.ts';
export { openAcceptance, type Accept } from './open-acceptance.ts';
export { openQueuePriority, type QueuePriority } from './queue-priority.ts';
export { readIdempotencyKey } from './read-idempotency-key.ts';
