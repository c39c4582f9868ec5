/**
 * The Jest configurations of the two test levels.
 *
 * `*.test.ts` files need nothing but Node.js. `*.integration.test.ts` files use a real PostgreSQL, Redis or SMTP server, so they
 * run separately and their results are never cached.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';

const { resolve } = createRequire(import.meta.url);

/**
 * ES modules in node_modules that Fastify's CommonJS modules require. Node.js supports this since 20.19, but Jest only with Node.js
 * 24.9 or later; for older versions, swc compiles them to CommonJS.
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
  // Generous, since fuzz tests and shell scripts are slow on a busy machine; only a hanging test should reach it.
  testTimeout: 120_000,
  testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.integration\\.test\\.ts$'],
  reporters: ['default', [resolve('./counts-reporter.js'), { file: '.test-results/unit.json' }]],
};

const { name, dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const usesTestkit = name === '@sendoff/testkit' || '@sendoff/testkit' in { ...dependencies, ...devDependencies };
/** The servers shared by all tests of a package. A package without testkit starts its own. */
const servers = usesTestkit
  ? { globalSetup: '@sendoff/testkit/jest-global-setup', globalTeardown: '@sendoff/testkit/jest-global-teardown' }
  : {};

/** Tests that use real servers. */
export const integration = {
  ...base,
  testMatch: ['**/*.integration.test.ts'],
  testTimeout: 120_000,
  // Integration tests wait about half of their time. Jest itself would use one processor less than there are.
  maxWorkers: availableParallelism() + 1,
  ...servers,
  reporters: ['default', [resolve('./counts-reporter.js'), { file: '.test-results/integration.json' }]],
};
