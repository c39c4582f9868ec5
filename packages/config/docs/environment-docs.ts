/** Writes docs/environment.md and .env.example from the table of variables. */
import { PROGRAMS } from '../src/environment/app-environments.ts';
import { COMPOSE_VARIABLES } from '../src/environment/compose-variables.ts';
import { VARIABLES, type Variable, type VariableName } from '../src/environment/variables.ts';
import { generatedFile, markdownTable } from '@sendoff/tooling/generated-file';

const COMMAND = 'pnpm docs:write';
const names = Object.keys(VARIABLES) as VariableName[];
const topics = [...new Set(names.map((name) => VARIABLES[name].topic))];
const named = (topic: string): [VariableName, Variable<unknown>][] =>
  names.filter((name) => VARIABLES[name].topic === topic).map((name) => [name, VARIABLES[name]]);

const readers = (name: VariableName): string =>
  Object.entries(PROGRAMS)
    .filter(([, { required, optional }]) => [...required, ...optional].some((read) => read === name))
    .map(([program, { required }]) => (required.some((read) => read === name) ? `**${program}**` : program))
    .join(', ');

const sections = topics.map(
  (topic) => `## ${topic}

${markdownTable(
  ['variable', 'default', 'meaning', 'read by'],
  named(topic).map(([name, { default: fallback, description, example }]) => [
    `\`${name}\``,
    fallback === undefined ? 'none' : `\`${fallback}\``,
    description + (example === undefined ? '' : ` For example \`${example}\`.`),
    readers(name),
  ]),
)}
`,
);

const composeVariables: [string, { readonly description: string; readonly default?: string }][] =
  Object.entries(COMPOSE_VARIABLES);
const composeSection = `## Docker Compose

What \`docker/compose.yaml\` reads besides. It hands the variables above to the programs that read them, save for
\`HOST\` and the health ports, which are the container's own; \`PORT\`, \`SUBMISSION_PORT\`, \`SUBMISSIONS_PORT\` and
\`FEEDBACK_PORT\` are where they are published.

${markdownTable(
  ['variable', 'default', 'meaning'],
  composeVariables.map(([name, { default: fallback, description }]) => [
    `\`${name}\``,
    fallback === undefined ? 'none' : `\`${fallback}\``,
    description,
  ]),
)}
`;

generatedFile(
  'docs/environment.md',
  `# Environment variables

<!-- Written by \`${COMMAND}\` from packages/config/src/environment/variables.ts. -->

Every program checks its variables when it starts, lists everything that is wrong with them, and exits 1. A variable
that is set to nothing counts as not set. Durations are a whole number and a unit (\`ms\`, \`s\`, \`m\`, \`h\`, \`d\`), rates a
number for each \`s\`, \`m\` or \`h\`. Programs in **bold** cannot start without the variable.

\`start\`, \`dev\`, the tests and the admin CLI also read the file \`.env\` at the root of the repository (variables that are
set win over it) and bring what is missing; that is the program \`local\` below. The API, the worker and SMTP by themselves read
no file and bring nothing.

${[...sections, composeSection].join('\n')}`,
  COMMAND,
);

generatedFile(
  '.env.example',
  `# Copy to .env and set what you need; docs/environment.md explains every variable.
# Written by \`${COMMAND}\`.
${topics
  .map(
    (topic) =>
      `\n# --- ${topic} ---\n${named(topic)
        .map(([name, { default: fallback, example }]) => `# ${name}=${fallback ?? example ?? ''}`)
        .join('\n')}\n`,
  )
  .join('')}
# --- Docker Compose ---
${composeVariables.map(([name, { default: fallback }]) => `# ${name}=${fallback ?? ''}`).join('\n')}
`,
  COMMAND,
);
