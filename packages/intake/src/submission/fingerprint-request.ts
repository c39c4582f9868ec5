/** What must be equal for two requests to be the same one. */
import { contentHash, type Submission } from '@sendoff/db';
import { canonicalJson } from './canonical-json.ts';
import type { EmailBody } from './email-body.ts';

/**
 * The request in one canonical form, to be compared under an idempotency key. The bytes of attachments are
 * represented by their hash: they can be large, and clients write the same bytes in several forms.
 *
 * @param operation what the body is for, such as `POST /emails`; the same body elsewhere is another request.
 */
export function fingerprintRequest(operation: string, body: EmailBody, { attachments }: Pick<Submission, 'attachments'>): string {
  return canonicalJson({ operation, body: { ...body, attachments: body.attachments?.map(withHash) } });

  function withHash(given: object, index: number): object {
    const bytes = attachments[index]?.bytes ?? null;
    if (bytes === null) return given;
    // Bytes that came as the `data:` URL of a path are those of a content.
    return { ...given, path: undefined, content: { sha256: contentHash(bytes) } };
  }
}

/** The same for a batch, whose emails have no attachments and are taken as they were written, valid or not. */
export function fingerprintBatch(operation: string, bodies: readonly unknown[]): string {
  return canonicalJson({ operation, bodies });
}
