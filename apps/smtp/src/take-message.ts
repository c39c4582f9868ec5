/** Accepts a submitted message, from its last byte to the reply. */
import { acceptEmails, acceptEmailsIdempotently, readIdempotencyKey, type AcceptingParts } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import { findIdempotentAnswer, newId, type ActiveApiKey, type Database, type MessageParts } from '@sendoff/db';
import { buildSubmission, type Envelope, type SubmissionContext } from './message/build-submission.ts';
import { describeMessage } from './message/describe-message.ts';
import { valueOf, type HeaderSection } from './message/header-fields.ts';
import { normalizeMessage } from './message/normalize-message.ts';
import { readAuthors } from './message/read-authors.ts';
import { readHeader } from './message/read-header.ts';
import { NO_PARTS } from './message/read-parts.ts';
import type { Parsers } from './parsing/open-parsers.ts';
import type { PartsReader } from './parsing/open-parts-reader.ts';

/** The dependencies of `takeMessage`. */
export interface TakingParts extends AcceptingParts {
  readonly database: Database;
  readonly parsers: Pick<Parsers, 'parseMessage' | 'encodeHeader'>;
  readonly partsReader: Pick<PartsReader, 'note'>;
}

/** A received message with its envelope, key and origin. */
export interface IncomingMessage {
  readonly envelope: Envelope;
  readonly message: Buffer<ArrayBuffer>;
  readonly apiKey: ActiveApiKey;
  readonly arrival: Omit<SubmissionContext['arrival'], 'emailId'>;
}

/**
 * Stores the message; it is committed when the promise resolves. Its header is parsed before the reply, its parts after it: the
 * message is sent as it is, and the parts are only displayed.
 *
 * @returns the id of the email; with an idempotency key, the id of the first message with that key.
 * @throws {SendoffError} for a message that cannot be accepted; nothing is stored then.
 */
export async function takeMessage(parts: TakingParts, incoming: IncomingMessage): Promise<string> {
  const { envelope, apiKey, arrival } = incoming;
  const { message, section } = await normalizeMessage(incoming.message, {
    smtpUtf8: arrival.smtpUtf8,
    encodeLong: (header) => encodeInTime(parts, apiKey.id, header),
  });
  const header = readHeader(message, section);
  const authors = readAuthors(message, section, envelope.sender);
  const key = idempotencyKeyOf(message, section);

  const context = { apiKeyId: apiKey.id, mode: apiKey.mode, arrival: { ...arrival, emailId: newId() } };
  const by = { apiKey };
  if (key === undefined) {
    const submission = buildSubmission({ envelope, message, section, header, parts: null }, context);
    await acceptEmails(parts, by, [{ ...submission, header: authors }]);
    parts.partsReader.note({ emailId: submission.id, apiKeyId: apiKey.id });
    return submission.id;
  }
  const mail = { envelope, message, section, header, parts: await readNow(parts, apiKey.id, message) };
  const email = { ...buildSubmission(mail, context), header: authors };
  const request = { apiKeyId: apiKey.id, key, payload: describeMessage(mail), response: { id: email.id } };
  const earlier = (await findIdempotentAnswer(parts.database, request)) as typeof request.response | null;
  const { id } = earlier ?? (await acceptEmailsIdempotently(parts, by, [email], request));
  return id;
}

/**
 * Parses the parts of a message that is compared with an earlier one of the same idempotency key. A message that cannot be parsed
 * is compared by its bytes. One that only could not be parsed in time is rejected temporarily, because it would look like a
 * different message.
 */
async function readNow({ parsers }: TakingParts, keyId: string, message: Buffer<ArrayBuffer>): Promise<MessageParts> {
  const parts = await parsers.parseMessage(keyId, message);
  if (!('cause' in parts)) return parts;
  if (parts.cause === 'content') return NO_PARTS;
  throw new SendoffError(
    'overloaded',
    'The message could not be read in time to compare it with others of its idempotency key. Send it again in a moment.',
  );
}

async function encodeInTime({ parsers }: TakingParts, keyId: string, header: Buffer): Promise<Uint8Array> {
  const encoded = await parsers.encodeHeader(keyId, header);
  if ('cause' in encoded) {
    throw new SendoffError('overloaded', 'The header of the message could not be encoded in time. Send it again in a moment.');
  }
  return encoded;
}

function idempotencyKeyOf(message: Buffer, { fields }: HeaderSection): string | undefined {
  const given = fields.filter(({ name }) => name === 'resend-idempotency-key').map((field) => valueOf(message, field));
  return readIdempotencyKey(given.length === 0 ? undefined : given);
}
