/** What the verbs that change one email have in common: their answer, and why they refuse. */
import { SendoffError } from '@sendoff/core';
import type { EmailStatus, Refusal } from '@sendoff/db';
import Type from 'typebox';
import { EXAMPLE_ID } from '../resource-id.ts';

/** The answer of an operation that changed an email. */
export const changedEmail = (description: string) =>
  Type.Object(
    { object: Type.Literal('email'), id: Type.String({ description: 'The id of the email.' }) },
    { description, examples: [{ object: 'email', id: EXAMPLE_ID }] },
  );

/** Answers that the email was changed. */
export const changed = (id: string) => ({ object: 'email' as const, id });

/**
 * Why nothing was changed, as an error.
 *
 * @param attempted what was asked for and when it is possible, such as "Only a scheduled email can be canceled".
 */
export function refuse(refusal: Refusal, attempted: string): SendoffError {
  if (refusal.kind === 'not_found') return new SendoffError('email_not_found');
  return new SendoffError('wrong_status', `${attempted}. This one ${STANDING[refusal.status]}.`);
}

const STANDING = {
  scheduled: 'is scheduled',
  queued: 'is queued',
  sending: 'is being sent right now',
  deferred: 'is deferred and will be tried again',
  in_doubt: 'is in doubt, and waits to be resolved',
  sent: 'was sent',
  bounced: 'bounced',
  failed: 'failed',
  suppressed: 'was suppressed',
  canceled: 'was canceled',
} as const satisfies Record<EmailStatus, string>;
