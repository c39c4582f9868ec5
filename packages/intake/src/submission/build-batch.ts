/** Builds the emails to store from a batch request. */
import { setImmediate } from 'node:timers/promises';
import { SendoffError } from '@sendoff/core';
import { newId } from '@sendoff/db';
import { buildSubmission, type BuiltSubmission, type SubmissionContext } from './build-submission.ts';
import type { EmailBody } from './email-body.ts';

/** A batch, divided into valid and invalid emails. */
export interface Batch {
  /** In the order of the request. */
  readonly submissions: readonly BuiltSubmission[];
  readonly problems: readonly BatchProblem[];
}

/** Why an email of a batch is invalid. */
export interface BatchProblem {
  /** Its place in the request, from 0. */
  readonly index: number;
  readonly error: SendoffError;
}

/** Checks that a value has the shape of an email; throws {@link SendoffError} when not. */
export type ReadEmailBody = (value: unknown) => EmailBody;

/** The steps for every email of a batch. */
export interface BatchSteps {
  readonly readBody: ReadEmailBody;
  /** Throws {@link SendoffError} if it may not be sent. */
  readonly check: (submission: BuiltSubmission) => void;
}

/** Milliseconds after which the loop yields to other requests. */
const TURN_MS = 10;

/** Checks each email of a batch separately. */
export async function buildBatch(
  values: readonly unknown[],
  { readBody, check }: BatchSteps,
  context: Omit<SubmissionContext, 'id'>,
): Promise<Batch> {
  const submissions: BuiltSubmission[] = [];
  const problems: BatchProblem[] = [];
  let turnBegan = performance.now();
  for (const [index, value] of values.entries()) {
    if (performance.now() - turnBegan > TURN_MS) {
      await setImmediate();
      turnBegan = performance.now();
    }
    try {
      refuseAttachments(value);
      const submission = buildSubmission(readBody(value), { ...context, id: newId() });
      check(submission);
      submissions.push(submission);
    } catch (error) {
      if (!(error instanceof SendoffError)) throw error;
      problems.push({ index, error });
    }
  }
  return { submissions, problems };
}

/** Checked before the schema, because the field is known but not allowed in a batch. */
function refuseAttachments(value: unknown): void {
  const { attachments = [] } = (value ?? {}) as { readonly attachments?: unknown };
  if (attachments !== null && !(Array.isArray(attachments) && attachments.length === 0)) {
    throw new SendoffError('invalid_field', 'The `attachments` field is not allowed in a batch. Send this email by itself.');
  }
}
