/** `sendoff send`: stores an email in the database directly, with the same checks as over HTTP. */
import { acceptEmails, openAcceptance } from '@sendoff/intake';
import type { AdminEnvironment } from '@sendoff/config';
import { createLogger } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';
import { newId, type Database, type Submission } from '@sendoff/db';
import { openTextMaker } from '@sendoff/mail/html-text';
import { queueConnection, openDeliveryQueue } from '@sendoff/queue';
import { buildSubmission, type BuiltSubmission, completeTexts, type EmailBody } from '@sendoff/intake/submission';
import { fail, print } from './print.ts';
import { waitForOutcome } from './wait-for-outcome.ts';
import { withDatabase } from './with-database.ts';

const SILENT = createLogger({ name: 'sendoff', level: 'silent' });

/** The command-line options. */
export interface SendOptions {
  readonly to: readonly string[];
  readonly from?: string;
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly at?: string;
  readonly wait?: true;
}

/** Stores the email, enqueues it and, with `--wait`, waits for the outcome. */
export async function sendEmail(options: SendOptions): Promise<void> {
  await withDatabase(async (database, environment) => {
    const built = build(options, environment.MAIL_DEFAULT_FROM);
    if (built === undefined) return;
    await keep(await complete(built), database, environment);
    print(`Accepted ${built.id}.`);
    if (options.wait) await waitForOutcome(database, built.id);
  });
}

function build({ to, from, subject, text, html, at }: SendOptions, defaultFrom: string | undefined): BuiltSubmission | undefined {
  const body: EmailBody = {
    to,
    subject,
    ...(from !== undefined && { from }),
    ...(html !== undefined && { html }),
    ...(text !== undefined && { text }),
    ...(at !== undefined && { scheduled_at: at }),
    ...(html === undefined && text === undefined && { text: 'It works.\n' }),
  };
  try {
    return buildSubmission(body, { id: newId(), apiKeyId: null, mode: 'live', defaultFrom });
  } catch (error) {
    if (!(error instanceof SendoffError)) throw error;
    fail(error.message);
    return undefined;
  }
}

/** Generates the plain text in a thread, if needed. */
async function complete(built: BuiltSubmission): Promise<Submission[]> {
  const texts = openTextMaker();
  try {
    return await completeTexts([built], { texts, logger: SILENT });
  } finally {
    await texts.close();
  }
}

/** Stores and enqueues the emails. If the queue is unreachable, the sweep of the worker finds them. */
async function keep(submissions: readonly Submission[], database: Database, environment: AdminEnvironment): Promise<void> {
  const queue = openDeliveryQueue({ ...queueConnection(environment), logger: SILENT });
  try {
    const parts = { accept: openAcceptance(database), queue, logger: SILENT };
    const { enqueued } = await acceptEmails(parts, { apiKey: null }, submissions);
    await enqueued;
  } finally {
    await queue.close();
  }
}
