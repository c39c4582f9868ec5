import type { Submission } from '@sendoff/db';
import { InvalidMailbox } from '@sendoff/mail/message';
import { fieldProblem, missingField } from '@sendoff/core';
import { readMailbox } from './read-mailbox.ts';

/** Checks that the sender is one mailbox. Returns it as written, with encoded words decoded, and its address for lookups. */
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
