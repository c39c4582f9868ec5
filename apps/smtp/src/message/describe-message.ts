import { createHash } from 'node:crypto';
import type { SubmittedMail } from './build-submission.ts';

/**
 * What must be equal for two messages with the same idempotency key to be the same one: whom it goes to, and what
 * they read. Not its octets, because a program that sends again makes the message again, with another Date,
 * Message-ID and boundaries.
 */
export function describeMessage({ envelope, message, section, readable }: SubmittedMail): string {
  const { attachments, html, text, ...rest } = readable;
  const isReadable = html !== null || text !== null || attachments.length > 0;
  return JSON.stringify({
    operation: 'SMTP',
    sender: envelope.sender,
    recipients: envelope.recipients.map((address) => address.toLowerCase()).sort(),
    ...rest,
    headers: Object.entries(rest.headers).sort(([one], [other]) => (one < other ? -1 : 1)),
    body: isReadable ? { html, text } : sha256(message.subarray(section.end)),
    attachments: attachments.map(({ filename, contentType, contentId, bytes }) => ({
      ...{ filename, contentType, contentId },
      content: sha256(bytes ?? new Uint8Array()),
    })),
  });
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
