/** Functions of the programs that no package offers by name: what is measured is what runs, built. */
/* eslint-disable no-restricted-imports -- see above; built files, as the scripts of the root import them */
export { textFromHtml } from '../../../packages/mail/dist/html-text/text-from-html.js';
export { cutOutByteArrays } from '../../../apps/api/dist/plugins/cut-out-byte-arrays.js';
export { validateStrictly } from '../../../apps/api/dist/plugins/validation.js';
export { buildBatch } from '../../../apps/api/dist/submission/build-batch.js';
export { buildSubmission } from '../../../apps/api/dist/submission/build-submission.js';
export { describeBatch, describeRequest } from '../../../apps/api/dist/submission/describe-request.js';
export { BatchEmailBody, EmailBody } from '../../../apps/api/dist/submission/email-body.js';
export { normalizeEmailBody, normalizeEmailOfBatch } from '../../../apps/api/dist/submission/normalize-email-body.js';
export { importSuppressions } from '../../../apps/api/dist/suppressions/import-suppressions.js';
