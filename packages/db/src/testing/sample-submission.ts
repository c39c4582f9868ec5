import type { Submission } from '../email/submission.ts';
import { newId } from '../new-id.ts';

/** A complete submission with `changes` applied. */
export function sampleSubmission(changes: Partial<Submission> = {}): Submission {
  const id = changes.id ?? newId();
  return {
    id,
    apiKeyId: null,
    mode: 'live',
    messageId: `<${id}@acme.example>`,
    from: 'Acme <hello@acme.example>',
    fromAddress: 'hello@acme.example',
    to: ['ann@example.com'],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: 'Hello',
    html: '<p>Hello</p>',
    text: 'Hello',
    headers: {},
    tags: [],
    scheduledAt: null,
    recipients: [{ address: 'ann@example.com', kind: 'to' }],
    attachments: [],
    ...changes,
  };
}
