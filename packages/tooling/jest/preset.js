/**
 * The two levels of tests, as Jest configurations.
 *
 * Files named `*.test.ts` need nothing but Node.js. Files named `*.integration.test.ts` talk to a
 * real PostgreSQL, Redis or SMTP server, so they run apart and their results are never cached.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';

const { resolve } = createRequire(import.meta.url);

/**
 * ES modules in node_modules that CommonJS modules of Fastify require. Node.js does that since 20.19,
 * Jest only on 24.9 and later; until then swc turns them into CommonJS where they are required.
 */
const REQUIRED_ES_MODULES = ['content-disposition', 'cookie'];

const swc = [resolve('@swc/jest'), { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }];

const base = {
  rootDir: process.cwd(),
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': swc, [`/node_modules/(?:${REQUIRED_ES_MODULES.join('|')})/.+\\.js$`]: swc },
  transformIgnorePatterns: [`^(?!.*/node_modules/(?:${REQUIRED_ES_MODULES.join('|')})/).*/node_modules/`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  injectGlobals: false,
  errorOnDeprecated: true,
};

/** Tests that need nothing but Node.js. */
export const unit = {
  ...base,
  testMatch: ['**/*.test.ts'],
  // Long for a unit test, but only what hangs should meet it: fuzz tests and shell scripts on a busy machine take long.
  testTimeout: 120_000,
  testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.integration\\.test\\.ts$'],
  reporters: ['default', [resolve('./counts-reporter.js'), { file: '.test-results/unit.json' }]],
};

const { name, dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const usesTestkit = name === '@sendoff/testkit' || '@sendoff/testkit' in { ...dependencies, ...devDependencies };
/** The servers that tests share. A package without testkit starts its own. */
const servers = usesTestkit
  ? { globalSetup: '@sendoff/testkit/jest-global-setup', globalTeardown: '@sendoff/testkit/jest-global-teardown' }
  : {};

/** Tests against real neighbours. */
export const integration = {
  ...base,
  testMatch: ['**/*.integration.test.ts'],
  testTimeout: 120_000,
  // Integration tests wait about half of their time. Jest itself would use one processor less than there are.
  maxWorkers: availableParallelism() + 1,
  ...servers,
  reporters: ['default', [resolve('./counts-reporter.js'), { file: '.test-results/integration.json' }]],
};
