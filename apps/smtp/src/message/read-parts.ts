/** What is shown of a message beside its header: its parts, in the shape that emails submitted over HTTP have. */
import { LIMITS } from '@sendoff/intake';
import type { MessageParts, SubmittedAttachment } from '@sendoff/db';
import { cutText } from './cut-text.ts';
import { oneLine } from './read-header.ts';

/** A file of a message as postal-mime reads it, in `workers/parse-mime.js`. */
export interface ParsedAttachment {
  readonly filename: string | null;
  readonly mimeType: string;
  readonly contentId: string | null;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** The parts of a message as they are parsed. Their texts are ready to be stored. */
export interface ParsedParts {
  readonly html: string | null;
  readonly text: string | null;
  readonly attachments: readonly ParsedAttachment[];
}

/** Where nothing can be read of a message. */
export const NO_PARTS: MessageParts = { html: null, text: null, attachments: [] };

/** The parts of a message as they are kept. */
export const readParts = ({ html, text, attachments }: ParsedParts): MessageParts => ({
  html,
  text,
  attachments: attachments.slice(0, LIMITS.attachments).map(readAttachment),
});

function readAttachment({ filename, mimeType, contentId, content }: ParsedAttachment, index: number): SubmittedAttachment {
  const name = cutText(oneLine(filename ?? ''), LIMITS.filename);
  const id = cutText(oneLine(contentId ?? '').replaceAll(/[<>]/g, ''), LIMITS.contentId);
  return {
    filename: name === '' ? `attachment-${String(index + 1)}` : name,
    contentType: /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(mimeType) ? mimeType : null,
    contentId: id === '' ? null : id,
    bytes: content,
    url: null,
  };
}
