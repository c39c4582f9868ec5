/** Internal functions of the programs that no package exports, imported from the build so that the measured code is what runs. */
/* eslint-disable no-restricted-imports -- see above; built files, as the root scripts import them */
export { textFromHtml } from '../../../packages/mail/dist/html-text/text-from-html.js';
export { cutOutFiles } from '../../../apps/api/dist/bodies/cut-out-files.js';
export { validateStrictly } from '../../../apps/api/dist/plugins/validate-strictly.js';
export { importSuppressions } from '../../../apps/api/dist/suppressions/import-suppressions.js';
export { buildSubmission as buildMailSubmission } from '../../../apps/smtp/dist/message/build-submission.js';
export { normalizeMessage } from '../../../apps/smtp/dist/message/normalize-message.js';
export { readAuthors } from '../../../apps/smtp/dist/message/read-authors.js';
export { readHeader as readMessageHeader } from '../../../apps/smtp/dist/message/read-header.js';
export { openParsers } from '../../../apps/smtp/dist/parsing/open-parsers.js';
export { feedData } from '../../../apps/smtp/dist/session/feed-data.js';
export { readInTime as readDataInTime } from '../../../apps/smtp/dist/session/read-in-time.js';
