import type { Submission } from '@sendoff/db';
import { fieldProblem, missingField } from '@sendoff/core';
import { readWrittenMailbox } from './read-written-mailbox.ts';

/** Checks that the sender is one mailbox. Returns it as written, with encoded words decoded, and its address for lookups. */
export function readSender(from: string | undefined): Pick<Submission, 'from' | 'fromAddress'> {
  if (from === undefined) throw missingField(['from']);
  const mailbox = readWrittenMailbox(from);
  if ('problem' in mailbox) throw fieldProblem(['from'], mailbox.problem, 'invalid_from_address');
  return { from: mailbox.written, fromAddress: mailbox.address };
}
