import { createHash } from 'node:crypto';
import type { MessageParts } from '@sendoff/db';
import type { SubmittedMail } from './build-submission.ts';

/**
 * Describes what must be equal for two messages with the same idempotency key to be the same message: the envelope and what
 * recipients read. Their bytes may differ, because a program that retries often builds the message again, with another Date,
 * Message-ID and boundaries.
 */
export function describeMessage({
  envelope,
  message,
  section,
  header,
  parts: { html, text, attachments },
}: SubmittedMail & { readonly parts: MessageParts }): string {
  const { from, to, cc, replyTo, subject, headers } = header;
  const isReadable = html !== null || text !== null || attachments.length > 0;
  return JSON.stringify({
    operation: 'SMTP',
    sender: envelope.sender,
    recipients: envelope.recipients.map((address) => address.toLowerCase()).sort(),
    ...{ from, to, cc, replyTo, subject },
    headers: Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1)),
    body: isReadable ? { html, text } : sha256(message.subarray(section.end)),
    attachments: attachments.map(({ filename, contentType, contentId, bytes }) => ({
      ...{ filename, contentType, contentId },
      content: sha256(bytes ?? new Uint8Array()),
    })),
  });
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
