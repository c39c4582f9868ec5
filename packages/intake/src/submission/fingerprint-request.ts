/** Fingerprints of requests for idempotency keys. */
import { contentHash, type Submission } from '@sendoff/db';
import { canonicalJson } from './canonical-json.ts';
import type { EmailBody } from './email-body.ts';

/**
 * The canonical form of a request, which must be equal for two requests with the same idempotency key. Attachments are
 * represented by hashes, because they are large and clients encode the same bytes in several forms.
 *
 * @param operation the operation, such as `POST /emails`; the same body in another operation is a different request.
 */
export function fingerprintRequest(operation: string, body: EmailBody, { attachments }: Pick<Submission, 'attachments'>): string {
  return canonicalJson({ operation, body: { ...body, attachments: body.attachments?.map(withHash) } });

  function withHash(given: object, index: number): object {
    const bytes = attachments[index]?.bytes ?? null;
    if (bytes === null) return given;
    // A `data:` URL in `path` is equal to the same bytes in `content`.
    return { ...given, path: undefined, content: { sha256: contentHash(bytes) } };
  }
}

/** The canonical form of a batch. Its emails have no attachments, and are included as written, valid or not. */
export function fingerprintBatch(operation: string, bodies: readonly unknown[]): string {
  return canonicalJson({ operation, bodies });
}
