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

${String(clients.length)} released clients of the Resend API, in ${String(languages.size)} languages, are tested in \`e2e/src/clients\`: their requests are sent to the
built API as they went over the wire, and what their code reads of the answers is checked, and the mail that arrives at a
relay. Other versions of them mostly write the same. Where the base URL is fixed, let a DNS or a proxy of your own stand for
\`api.resend.com\`.

${markdownTable(
  ['client', 'language', 'version', 'base URL', 'tested', 'how its requests were found out'],
  clients.map(({ name, language, version, source, baseUrl, obtained, recordings }) => [
    `[${name}](${source})`,
    language,
    version,
    baseUrl,
    recordings.map(({ behaviour }) => behaviour).join('; '),
    obtained,
  ]),
)}

## What they do about errors

The status says what went wrong, and \`message\` why. Some clients look at other things:

${markdownTable(
  ['client', 'language', 'on an answer that is no success'],
  clients.map(({ name, language, errors }) => [name, language, errors.does]),
)}
`,
  COMMAND,
);
