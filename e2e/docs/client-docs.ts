/** Writes docs/clients.md from the recordings of e2e/src/clients. */
import { generatedFile, markdownTable } from '@sendoff/tooling/generated-file';
import { readClients } from '../src/clients/recordings.ts';

const COMMAND = 'pnpm docs:write';
const clients = readClients().toSorted(
  (one, other) => one.language.localeCompare(other.language, 'en') || one.name.localeCompare(other.name, 'en'),
);
const languages = new Set(clients.map(({ language }) => language));

generatedFile(
  'docs/clients.md',
  `# Clients

<!-- Written by \`${COMMAND}\` from e2e/src/clients. -->

The tests in \`e2e/src/clients\` cover ${String(clients.length)} released clients of the Resend API in ${String(languages.size)} languages. They send each client's requests to the
built API as recorded from the wire, and check the parts of the responses that the client reads and the mail that arrives at a
relay. Other versions of a client mostly send the same requests. If a client's base URL is fixed, point \`api.resend.com\` to Sendoff
with your own DNS or proxy.

${markdownTable(
  ['client', 'language', 'version', 'base URL', 'tested', 'how its requests were recorded'],
  clients.map(({ name, language, version, source, baseUrl, obtained, recordings }) => [
    `[${name}](${source})`,
    language,
    version,
    baseUrl,
    recordings.map(({ behaviour }) => behaviour).join('; '),
    obtained,
  ]),
)}

## Error handling

The status shows what went wrong and \`message\` explains why. Some clients use other parts of the response:

${markdownTable(
  ['client', 'language', 'on an error response'],
  clients.map(({ name, language, errors }) => [name, language, errors.does]),
)}
`,
  COMMAND,
);
