/** Writes docs/errors.md from the table of errors. */
import { ERRORS } from '../src/error-table.ts';
import { generatedFile, markdownTable } from './generated-file.js';

const COMMAND = 'pnpm docs:write';

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
  Object.values(ERRORS)
    .toSorted((one, other) => one.status - other.status)
    .map(({ status, name, message, help }) => [String(status), `\`${name}\``, message, help]),
)}
`,
  COMMAND,
);
