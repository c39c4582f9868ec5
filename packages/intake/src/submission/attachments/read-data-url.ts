import { decodeBase64 } from './decode-base64.ts';

/** What a `data:` URL holds. */
export interface DataUrl {
  /** As it is written; null where it says none. */
  readonly mediaType: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const SCHEME = 'data:';
/** Characters before the comma. */
const MAX_HEAD_LENGTH = 500;

/** Whether a text is meant to be a `data:` URL (RFC 2397). */
export const isDataUrl = (text: string): boolean => text.slice(0, SCHEME.length).toLowerCase() === SCHEME;

/** Reads a `data:` URL: `data:application/pdf;base64,JVBERi0…`; null when it is none. */
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

/** Null for what is no UTF-8. */
function decodePercent(text: string): string | null {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
