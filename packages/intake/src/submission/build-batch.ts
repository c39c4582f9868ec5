/** From the emails of a batch as a client wrote them to those that can be kept. */
import { setImmediate } from 'node:timers/promises';
import { SendoffError } from '@sendoff/core';
import { newId } from '@sendoff/db';
import { buildSubmission, type BuiltSubmission, type SubmissionContext } from './build-submission.ts';
import type { EmailBody } from './email-body.ts';

/** A batch, sorted into what can be kept and what cannot. */
export interface Batch {
  /** In the order of the request. */
  readonly submissions: readonly BuiltSubmission[];
  readonly problems: readonly BatchProblem[];
}

/** Why an email of a batch cannot be kept. */
export interface BatchProblem {
  /** Its place in the request, from 0. */
  readonly index: number;
  readonly error: SendoffError;
}

/** Checks that a value has the shape of an email; throws {@link SendoffError} when not. */
export type ReadEmailBody = (value: unknown) => EmailBody;

/** What is done with every email of a batch. */
export interface BatchSteps {
  readonly readBody: ReadEmailBody;
  /** Throws {@link SendoffError} where it may not be sent. */
  readonly check: (submission: BuiltSubmission) => void;
}

/** Milliseconds after which other requests have their turn. */
const TURN_MS = 10;

/** Checks every email of a batch by itself. */
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

/** Before the shape is looked at: the field is known, only not here. */
function refuseAttachments(value: unknown): void {
  const { attachments = [] } = (value ?? {}) as { readonly attachments?: unknown };
  if (attachments !== null && !(Array.isArray(attachments) && attachments.length === 0)) {
    throw new SendoffError('invalid_field', 'The `attachments` field is not allowed in a batch. Send this email by itself.');
  }
}
