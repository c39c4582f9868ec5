import type { Submission } from '@sendoff/db';
import { InvalidMailbox } from '@sendoff/mail/message';
import { fieldProblem, missingField } from '@sendoff/core';
import { readMailbox } from './read-mailbox.ts';

/** The sender as it was written, with encoded words decoded, once it is known to be one mailbox, and its address to look emails up by. */
export function readSender(from: string | undefined): Pick<Submission, 'from' | 'fromAddress'> {
  if (from === undefined) throw missingField(['from']);
  try {
    const { written, address } = readMailbox(from);
    return { from: written, fromAddress: address };
  } catch (error) {
    if (error instanceof InvalidMailbox) throw fieldProblem(['from'], error.message, 'invalid_from_address');
    throw error;
  }
}
