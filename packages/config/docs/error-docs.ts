/** Writes docs/errors.md from the table of errors. */
import { ERRORS, type ErrorDefinition } from '../src/error-table.ts';
import { generatedFile, markdownTable } from './generated-file.js';

const COMMAND = 'pnpm docs:write';
const rows: ErrorDefinition[] = Object.values(ERRORS);

generatedFile(
  'docs/errors.md',
  `# Errors

<!-- Written by \`${COMMAND}\` from packages/config/src/error-table.ts. -->

Every error of the API has the same body, \`{"statusCode", "message", "name"}\`, and the header \`x-request-id\`, by which the
log of the API tells more. Nothing is stored when a request gets an error, except
that after a 500 or 503 it may have been: repeat such a request with the same \`Idempotency-Key\`. The message is often more exact than the one
below: it names the field, what was wrong with it, and what it must be.

${markdownTable(
  ['status', 'name', 'message', 'what to do'],
  rows
    .filter(({ smtpOnly }) => smtpOnly !== true)
    .toSorted((one, other) => one.status - other.status)
    .map(({ status, name, message, help }) => [String(status), `\`${name}\``, message, help]),
)}

## Over SMTP

A reply has three digits and an enhanced status code (RFC 3463). After a 5xx the same message is refused again; after a 4xx
it may be taken later, and programs that queue mail try again by themselves. Nothing is kept of a message whose reply is not
a 250; where the reply was lost, it may have been, and \`Resend-Idempotency-Key\` keeps it from being sent twice.

${markdownTable(
  ['reply', 'text', 'what to do'],
  rows
    .flatMap(({ smtp, ...definition }) => (smtp === undefined ? [] : [{ ...definition, ...smtp }]))
    .toSorted((one, other) => one.code - other.code || one.enhanced.localeCompare(other.enhanced))
    .map(({ code, enhanced, text, message, help }) => [`${String(code)} ${enhanced}`, text ?? message, help]),
)}
`,
  COMMAND,
);
