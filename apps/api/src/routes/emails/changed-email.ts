/** The response and the errors that all operations on one email share. */
import { SendoffError } from '@sendoff/core';
import type { EmailStatus, Refusal } from '@sendoff/db';
import Type from 'typebox';
import { EXAMPLE_ID } from '../resource-id.ts';

/** The response of an operation that changed an email. */
export const changedEmail = (description: string) =>
  Type.Object(
    { object: Type.Literal('email'), id: Type.String({ description: 'The id of the email.' }) },
    { description, examples: [{ object: 'email', id: EXAMPLE_ID }] },
  );

/** The response body after a change. */
export const changed = (id: string) => ({ object: 'email' as const, id });

/**
 * The error for a change that was refused.
 *
 * @param attempted the rule, as a sentence without its period, such as "Only a scheduled email can be canceled".
 */
export function refuse(refusal: Refusal, attempted: string): SendoffError {
  if (refusal.kind === 'not_found') return new SendoffError('email_not_found');
  return new SendoffError('wrong_status', `${attempted}. This one ${STANDING[refusal.status]}.`);
}

const STANDING = {
  scheduled: 'is scheduled',
  queued: 'is queued',
  sending: 'is being sent',
  deferred: 'is deferred and will be retried',
  in_doubt: 'is in doubt and must be resolved first',
  sent: 'was sent',
  bounced: 'bounced',
  failed: 'failed',
  suppressed: 'was suppressed',
  canceled: 'was canceled',
} as const satisfies Record<EmailStatus, string>;
