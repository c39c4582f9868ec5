/** The variables of each program. The only file that reads `process.env`. */
import { InvalidEnvironment, loadEnvironment, type Checks, type RawEnvironment } from './load-environment.ts';
import type { VariableName } from './variables.ts';

/** A variable that requires another one: the first of these, or one that replaces it. */
const RETURN_PATH = { RETURN_PATH_DOMAIN: ['RETURN_PATH_KEY', 'SECRET_KEY'] } as const;

const API = {
  required: ['DATABASE_URL', 'SECRET_KEY'],
  optional: [
    'REDIS_URL',
    'REDIS_PREFIX',
    'MAIL_DEFAULT_FROM',
    'HOST',
    'PORT',
    'PUBLIC_URL',
    'TRUST_PROXY',
    'BOOTSTRAP_API_KEY',
    'RATE_LIMIT',
    'RELAY_HEADERS',
    'HTTP_MAX_CONNECTIONS',
    'HTTP_MAX_CONNECTIONS_PER_ADDRESS',
    'SHUTDOWN_TIMEOUT',
    'LOG_LEVEL',
    'LOG_FORMAT',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
  ],
} as const;

const WORKER = {
  required: ['DATABASE_URL', 'MAIL_URL'],
  optional: [
    'REDIS_URL',
    'REDIS_PREFIX',
    'MAIL_USERNAME',
    'MAIL_PASSWORD',
    'HOST',
    'WORKER_PORT',
    'WORKER_CONCURRENCY',
    'WEBHOOK_CONCURRENCY',
    'MAIL_MAX_CONNECTIONS',
    'RETRY_SCHEDULE',
    'IN_DOUBT_POLICY',
    'ALLOW_PRIVATE_ADDRESSES',
    'CONTENT_RETENTION',
    'RETURN_PATH_DOMAIN',
    'RETURN_PATH_KEY',
    'SECRET_KEY',
    'SHUTDOWN_TIMEOUT',
    'LOG_LEVEL',
    'LOG_FORMAT',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
  ],
  needs: RETURN_PATH,
} as const;

const SMTP = {
  required: ['DATABASE_URL'],
  optional: [
    'REDIS_URL',
    'REDIS_PREFIX',
    'HOST',
    'SUBMISSION_PORT',
    'SUBMISSIONS_PORT',
    'SMTP_TLS_CERT',
    'SMTP_TLS_KEY',
    'SMTP_HOSTNAME',
    'SMTP_MAX_CONNECTIONS',
    'SMTP_MAX_CONNECTIONS_PER_ADDRESS',
    'SMTP_HEALTH_PORT',
    'RATE_LIMIT',
    'RELAY_HEADERS',
    'RETURN_PATH_DOMAIN',
    'FEEDBACK_PORT',
    'RETURN_PATH_KEY',
    'SECRET_KEY',
    'SHUTDOWN_TIMEOUT',
    'LOG_LEVEL',
    'LOG_FORMAT',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
  ],
  needs: RETURN_PATH,
} as const;

const ADMIN = {
  required: ['DATABASE_URL'],
  optional: ['REDIS_URL', 'REDIS_PREFIX', 'MAIL_URL', 'MAIL_USERNAME', 'MAIL_PASSWORD', 'MAIL_DEFAULT_FROM', 'LOG_LEVEL'],
} as const;

const LOCAL = {
  required: [],
  optional: [
    'DATABASE_URL',
    'REDIS_URL',
    'REDIS_PREFIX',
    'MAIL_URL',
    'SECRET_KEY',
    'HOST',
    'PORT',
    'WORKER_PORT',
    'SUBMISSION_PORT',
    'SUBMISSIONS_PORT',
    'SMTP_TLS_CERT',
    'SMTP_TLS_KEY',
    'SMTP_HEALTH_PORT',
    'INBOX_PORT',
    'INBOX_SMTP_PORT',
    'SENDOFF_HOME',
  ],
} as const;

/** The variables of each program, by the program names of the documentation. */
export const PROGRAMS = { api: API, worker: WORKER, smtp: SMTP, admin: ADMIN, local: LOCAL } as const;

/** The environment of the API. */
export type ApiEnvironment = ReturnType<typeof loadApiEnvironment>;
/** The environment of the worker. */
export type WorkerEnvironment = ReturnType<typeof loadWorkerEnvironment>;
/** The environment of the SMTP program. */
export type SmtpEnvironment = ReturnType<typeof loadSmtpEnvironment>;
/** The environment of the admin CLI and the migrate command. */
export type AdminEnvironment = ReturnType<typeof loadAdminEnvironment>;
/** The environment of `start`, `dev` and the tests, which decides which services they start themselves. */
export type LocalEnvironment = ReturnType<typeof loadLocalEnvironment>;

type NamesOf<Program extends { readonly required: readonly VariableName[]; readonly optional: readonly VariableName[] }> =
  Program['required'][number] | Program['optional'][number];

/** @throws {InvalidEnvironment} */
export const loadApiEnvironment = (raw: RawEnvironment = process.env, checks: Checks<NamesOf<typeof API>> = {}) =>
  loadEnvironment(raw, API, checks);
/** @throws {InvalidEnvironment} */
export const loadWorkerEnvironment = (raw: RawEnvironment = process.env, checks: Checks<NamesOf<typeof WORKER>> = {}) =>
  loadEnvironment(raw, WORKER, checks);
/** @throws {InvalidEnvironment} */
export const loadSmtpEnvironment = (raw: RawEnvironment = process.env, checks: Checks<NamesOf<typeof SMTP>> = {}) =>
  loadEnvironment(raw, SMTP, checks);
/** @throws {InvalidEnvironment} */
export const loadSecretKey = (raw: RawEnvironment = process.env) =>
  loadEnvironment(raw, { required: ['SECRET_KEY'], optional: [] }).SECRET_KEY;
/** @throws {InvalidEnvironment} */
export const loadAdminEnvironment = (raw: RawEnvironment = process.env) => loadEnvironment(raw, ADMIN);
/** @throws {InvalidEnvironment} */
export const loadLocalEnvironment = (raw: RawEnvironment = process.env) => loadEnvironment(raw, LOCAL);

/** Loads the environment of a program; if it is invalid, prints every problem and exits with 1. */
export function loadOrExit<Loaded>(load: () => Loaded): Loaded {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof InvalidEnvironment)) throw error;
    process.stderr.write(`${error.message}\nEvery variable is described in docs/environment.md.\n`);
    process.exit(1);
  }
}
