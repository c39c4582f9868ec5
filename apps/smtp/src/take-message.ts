/** A message, from its last octet to the reply. */
import { keepEmails, keepEmailsOnce, readIdempotencyKey, type KeepingParts } from '@sendoff/acceptance';
import { findIdempotentAnswer, newId, type ActiveApiKey, type Database } from '@sendoff/db';
import { buildSubmission, type Envelope, type SubmissionContext } from './message/build-submission.ts';
import { describeMessage } from './message/describe-message.ts';
import { valueOf, type HeaderSection } from './message/header-fields.ts';
import { normalizeMessage } from './message/normalize-message.ts';
import { readAuthors } from './message/read-authors.ts';
import { readMessage } from './message/read-message.ts';

/** What taking a message needs. */
export interface TakingParts extends KeepingParts {
  readonly database: Database;
}

/** A message with all that is known of how it came. */
export interface IncomingMessage {
  readonly envelope: Envelope;
  readonly message: Buffer<ArrayBuffer>;
  readonly apiKey: ActiveApiKey;
  readonly arrival: Omit<SubmissionContext['arrival'], 'emailId'>;
}

/**
 * Keeps the message: once this has resolved, it is committed.
 *
 * @returns the id of the email; under an idempotency key, that of the first message with it.
 * @throws {SendoffError} for what cannot be kept, with nothing kept.
 */
export async function takeMessage(parts: TakingParts, incoming: IncomingMessage): Promise<string> {
  const { envelope, apiKey, arrival } = incoming;
  const { message, section } = normalizeMessage(incoming.message, arrival.smtpUtf8);
  const header = readAuthors(message, section, envelope.sender);
  const key = idempotencyKeyOf(message, section);

  const mail = { envelope, message, section, readable: await readMessage(message, section) };
  const context = { apiKeyId: apiKey.id, mode: apiKey.mode, arrival: { ...arrival, emailId: newId() } };
  const email = { ...buildSubmission(mail, context), header };
  if (key === undefined) {
    await keepEmails(parts, { apiKey }, [email]);
    return email.id;
  }
  const request = { apiKeyId: apiKey.id, key, payload: describeMessage(mail), response: { id: email.id } };
  const earlier = (await findIdempotentAnswer(parts.database, request)) as typeof request.response | null;
  const { id } = earlier ?? (await keepEmailsOnce(parts, { apiKey }, [email], request));
  return id;
}

function idempotencyKeyOf(message: Buffer, { fields }: HeaderSection): string | undefined {
  const given = fields.filter(({ name }) => name === 'resend-idempotency-key').map((field) => valueOf(message, field));
  return readIdempotencyKey(given.length === 0 ? undefined : given);
}
