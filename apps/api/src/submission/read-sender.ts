import { InvalidMailbox, parseMailbox } from '@sendoff/mail/message';
import { fieldProblem, missingField } from './field-problem.ts';

/** The sender as it was written, once it is known to be one mailbox. */
export function readSender(from: string | undefined): string {
  if (from === undefined) throw missingField(['from']);
  try {
    parseMailbox(from);
    return from;
  } catch (error) {
    if (error instanceof InvalidMailbox) throw fieldProblem(['from'], error.message, 'invalid_from_address');
    throw error;
  }
}
