export { readIsoTime } from './times/read-iso-time.ts';
export { readScheduledAt } from './times/read-scheduled-at.ts';
export { buildBatch, type BatchProblem, type ReadEmailBody } from './build-batch.ts';
export { buildSubmission, type BuiltSubmission } from './build-submission.ts';
export { completeTexts } from './complete-texts.ts';
export { BatchEmailBody, EmailBody, ScheduledAt } from './email-body.ts';
export { fingerprintBatch, fingerprintRequest } from './fingerprint-request.ts';
export { normalizeEmailBody, normalizeEmailOfBatch, withoutNulls } from './normalize-email-body.ts';
