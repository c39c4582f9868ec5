/** The displayed parts of a message, in the shape of emails submitted over HTTP. */
import { LIMITS } from '@sendoff/intake';
import type { MessageParts, SubmittedAttachment } from '@sendoff/db';
import { cutText } from './cut-text.ts';
import { oneLine } from './read-header.ts';

/** An attachment as postal-mime returns it in `workers/parse-mime.js`. */
export interface ParsedAttachment {
  readonly filename: string | null;
  readonly mimeType: string;
  readonly contentId: string | null;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** The parts of a message as the worker thread returns them. Their texts are ready to be stored. */
export interface ParsedParts {
  readonly html: string | null;
  readonly text: string | null;
  readonly attachments: readonly ParsedAttachment[];
}

/** The parts of a message that cannot be parsed. */
export const NO_PARTS: MessageParts = { html: null, text: null, attachments: [] };

/** Converts parsed parts to the form that is stored. */
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
