import type { Submission } from '@sendoff/db';
import { InvalidMailbox, parseMailbox } from '@sendoff/mail/message';
import { fieldProblem, missingField } from './field-problem.ts';

/** The sender as it was written, once it is known to be one mailbox, and its address to look emails up by. */
export function readSender(from: string | undefined): Pick<Submission, 'from' | 'fromAddress'> {
  if (from === undefined) throw missingField(['from']);
  try {
    return { from, fromAddress: parseMailbox(from).address.toLowerCase() };
  } catch (error) {
    if (error instanceof InvalidMailbox) throw fieldProblem(['from'], error.message, 'invalid_from_address');
    throw error;
  }
}
