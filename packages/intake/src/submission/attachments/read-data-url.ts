import { decodeBase64 } from './decode-base64.ts';

/** The content of a `data:` URL. */
export interface DataUrl {
  /** As written; null if there is none. */
  readonly mediaType: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const SCHEME = 'data:';
/** Characters before the comma. */
const MAX_HEAD_LENGTH = 500;

/** Whether a text is meant to be a `data:` URL (RFC 2397). */
export const isDataUrl = (text: string): boolean => text.slice(0, SCHEME.length).toLowerCase() === SCHEME;

/** Parses a `data:` URL, such as `data:application/pdf;base64,JVBERi0…`; null if it is invalid. */
export function readDataUrl(text: string): DataUrl | null {
  const comma = text.slice(0, MAX_HEAD_LENGTH).indexOf(',');
  if (!isDataUrl(text) || comma === -1) return null;
  const head = text.slice(SCHEME.length, comma);
  const isBase64 = /;\s*base64$/i.test(head);
  const mediaType = isBase64 ? head.slice(0, head.lastIndexOf(';')) : head;
  const data = decodePercent(text.slice(comma + 1));
  const bytes = data === null ? null : isBase64 ? decodeBase64(data) : new Uint8Array(Buffer.from(data, 'utf8'));
  return bytes === null ? null : { mediaType: mediaType.trim() || null, bytes };
}

/** Decodes percent-encoding; null if the result is not UTF-8. */
function decodePercent(text: string): string | null {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
