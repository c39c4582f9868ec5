/** Determines which services are not configured, and validates the environment before anything starts. */
import { resolve } from 'node:path';
import {
  InvalidEnvironment,
  loadApiEnvironment,
  loadLocalEnvironment,
  loadSmtpEnvironment,
  loadWorkerEnvironment,
  type LocalEnvironment,
} from '@sendoff/config';
import type { ChildEnvironment } from './environment/read-process-environment.ts';

/** The plan of a start. */
export interface Plan {
  /** Absolute path of `SENDOFF_HOME`. */
  readonly home: string;
  readonly local: LocalEnvironment;
  /** The services that are not configured. */
  readonly missing: {
    readonly postgres: boolean;
    readonly inbox: boolean;
    readonly secretKey: boolean;
    readonly certificate: boolean;
  };
  /** How long the apps may take to stop, in milliseconds. */
  readonly shutdownTimeoutMs: number;
}

/** Placeholders for values that do not exist yet, so that everything else can be validated first. */
const STAND_INS = {
  DATABASE_URL: 'postgresql://127.0.0.1/sendoff',
  MAIL_URL: 'smtp://127.0.0.1:1025',
  SECRET_KEY: 'x'.repeat(64),
};

/**
 * Parses the environment for everything that will run.
 *
 * @throws {InvalidEnvironment} with all problems for the API, the worker, SMTP and the local services.
 */
export function planParts(raw: ChildEnvironment, root: string): Plan {
  const complete = { ...STAND_INS, ...raw };
  const problems = new Set<string>();
  const local = collect(problems, () => loadLocalEnvironment(raw));
  const api = collect(problems, () => loadApiEnvironment(complete));
  collect(problems, () => loadWorkerEnvironment(complete));
  collect(problems, () => loadSmtpEnvironment(complete));
  if (local === undefined || api === undefined || problems.size > 0) throw new InvalidEnvironment([...problems]);

  return {
    home: resolve(root, local.SENDOFF_HOME),
    local,
    missing: {
      postgres: local.DATABASE_URL === undefined,
      inbox: local.MAIL_URL === undefined,
      secretKey: local.SECRET_KEY === undefined,
      certificate: local.SMTP_TLS_CERT === undefined && local.SMTP_TLS_KEY === undefined,
    },
    shutdownTimeoutMs: api.SHUTDOWN_TIMEOUT,
  };
}

function collect<Loaded>(problems: Set<string>, load: () => Loaded): Loaded | undefined {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof InvalidEnvironment)) throw error;
    for (const problem of error.problems) problems.add(problem);
    return undefined;
  }
}
