/** Submission as it runs, on a database of its own. */
import { openAcceptance, openApiKeyCache } from '@sendoff/intake';
import { openFairBudget, createLogger } from '@sendoff/runtime';
import type { ErrorCode } from '@sendoff/core';
import { createApiKey, findApiKeys, type Database } from '@sendoff/db';
import { openMigratedDatabase } from '@sendoff/db/testing';
import { temporaryCertificate } from '@sendoff/testkit';
import { openConnectionLimiter } from '../src/session/connection-limiter.ts';
import { countFailures } from '../src/session/count-failures.ts';
import { openSubmission, type Submission, type SubmissionOptions } from '../src/session/open-submission.ts';
import { openParsers } from '../src/parsing/open-parsers.ts';
import { openPartsReader } from '../src/parsing/open-parts-reader.ts';
import { openMessageBudget } from '../src/session/message-budget.ts';
import type { SessionParts } from '../src/session/session-handlers.ts';

/** What a test may want otherwise. */
export interface TestSubmissionOptions extends Partial<Omit<SubmissionOptions, 'certificate'>> {
  readonly parts?: (parts: SessionParts) => Partial<SessionParts>;
  readonly encrypted?: boolean;
}

/** A running server. */
export interface TestSubmission {
  readonly database: Database;
  readonly submission: Submission;
  /** With STARTTLS. */
  readonly port: number;
  /** With TLS from the first octet. */
  readonly tlsPort: number;
  /** A key that may send. */
  readonly token: string;
  /** The causes of refusals so far. */
  readonly refusals: readonly ErrorCode[];
  /** The ids of emails for which a job was made. */
  readonly enqueued: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts it on free ports of 127.0.0.1. */
export async function startTestSubmission({
  parts,
  encrypted = true,
  ...options
}: TestSubmissionOptions = {}): Promise<TestSubmission> {
  const { database, close } = await openMigratedDatabase({ maxConnections: 6 });
  const { token } = await createApiKey(database, { name: 'test', permission: 'sending_access', mode: 'live' });
  const refusals: ErrorCode[] = [];
  const enqueued: string[] = [];
  const now = performance.now.bind(performance);
  const logger = createLogger({ name: 'test', level: 'silent' });
  const parsers = openParsers();
  const partsReader = openPartsReader({ database, parsers, logger });
  const real: SessionParts = {
    database,
    accept: openAcceptance(database),
    queue: { enqueue: (jobs) => Promise.resolve(void enqueued.push(...jobs.map(({ emailId }) => emailId))) },
    keys: openApiKeyCache((tokens) => findApiKeys(database, tokens), now),
    keyUses: { record: () => undefined },
    countFailure: countFailures({ count: 10, periodMs: 60_000 }, now),
    limiter: openConnectionLimiter({ total: 1000, perAddress: 1000 }),
    keyConnections: openFairBudget(1000),
    budget: openMessageBudget(200 * 1024 * 1024),
    parsers,
    partsReader,
    hostname: 'submission.example',
    noteRefusal: (code) => refusals.push(code),
    logger,
  };
  const submission = await openSubmission(
    { ...real, ...parts?.(real) },
    {
      ...{ host: '127.0.0.1', submissionPort: 0, submissionsPort: 0, graceMs: 5000 },
      certificate: encrypted ? await temporaryCertificate() : null,
      ...options,
    },
  );
  const [port = 0, tlsPort = 0] = submission.addresses.map((address) => address.port);
  return {
    ...{ database, submission, port, tlsPort, token, refusals, enqueued },
    close: async () => {
      await submission.close();
      await Promise.all([parsers.close(), partsReader.close()]);
      await close();
    },
  };
}
