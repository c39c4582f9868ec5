/** Writes docs/errors.md from the table of errors. */
import { ERRORS, type ErrorDefinition } from '../src/error-table.ts';
import { CLIENT_FORMS } from './client-forms.ts';
import { generatedFile, markdownTable } from '@sendoff/tooling/generated-file';

const COMMAND = 'pnpm docs:write';
const rows: ErrorDefinition[] = Object.values(ERRORS);

generatedFile(
  'docs/errors.md',
  `# Errors

<!-- Written by \`${COMMAND}\` from packages/core/src/error-table.ts and packages/core/docs/client-forms.ts. -->

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

A 5xx is always named \`application_error\`: official clients take an error whose name they do not know for a success.

## What Sendoff takes beyond its documentation

Nothing that a client sends is dropped or guessed at in silence. What released clients send with a plain meaning is taken
all the same, as listed here; unknown fields stay refused ([why](decisions/0027-client-compatibility.md)).

${markdownTable(['sent', 'taken as', 'seen from'], CLIENT_FORMS)}

Refused on purpose:

- **several addresses in one text**, such as \`"to":["ada@example.com, bob@example.com"]\`: an application that passes on
  what somebody typed would send to people it does not know. A list is an array, for the Resend API too.
- **an attachment with neither \`content\` nor \`path\`**, which is how the Go client writes an empty file: content that
  was forgotten looks the same.
- **an empty \`scheduled_at\`**: what is sent at once cannot be taken back. \`null\` is as absent.
- **content that is no base64**, such as plain text: some texts are base64 by chance, and would arrive as something else.

## Over SMTP

A reply has three digits and an enhanced status code (RFC 3463). After a 5xx the same message is refused again; after a 4xx
it may be taken later, and programs that queue mail try again by themselves. Nothing is kept of a message whose reply is not
a 250; where the reply was lost, it may have been, and \`Resend-Idempotency-Key\` keeps it from being sent twice.

${markdownTable(
  ['reply', 'text', 'what to do'],
  rows
    .flatMap(({ smtp, ...definition }) => (smtp === undefined ? [] : [{ ...definition, ...smtp }]))
    .toSorted((one, other) => one.code - other.code || one.enhancedCode.localeCompare(other.enhancedCode))
    .map(({ code, enhancedCode, text, help }) => [`${String(code)} ${enhancedCode}`, text, help]),
)}
`,
  COMMAND,
);
