import { contentProblem } from '@sendoff/mail/message';
import { decodeBase64 } from './decode-base64.ts';
import type { AttachmentContent } from '../email-body.ts';
import { isDataUrl, readDataUrl, type DataUrl } from './read-data-url.ts';

/** The beginning of a calendar (RFC 5545 section 3.4). The colon is in no base64 alphabet. */
const CALENDAR = /^\uFEFF?\s{0,10}BEGIN:VCALENDAR\b/i;

/**
 * Decodes the bytes of an attachment from base64, a `data:` URL, the text of a calendar, an array of integers (clients in Go and
 * Rust), or a Node.js Buffer as `JSON.stringify` writes it.
 *
 * @returns the bytes, with the media type of a `data:` URL; or what is wrong, as the end of a sentence.
 */
export function decodeBytes(content: AttachmentContent): DataUrl | string {
  const bytes = typeof content === 'string' ? decodeText(content) : decodeArray(content);
  return bytes instanceof Uint8Array ? { mediaType: null, bytes } : bytes;
}

function decodeText(text: string): Uint8Array<ArrayBuffer> | DataUrl | string {
  if (isDataUrl(text)) return readDataUrl(text) ?? 'must be a valid `data:` URL, such as `data:application/pdf;base64,JVBERi0=`';
  // Some clients send invitations as plain text, and all other files as base64.
  if (CALENDAR.test(text)) return contentProblem(text) ?? new Uint8Array(Buffer.from(text, 'utf8'));
  return decodeBase64(text) ?? 'must be base64, a `data:` URL, an array of bytes, or the text of a calendar';
}

function decodeArray(content: Exclude<AttachmentContent, string>): Uint8Array<ArrayBuffer> | string {
  if (content instanceof Uint8Array) return content;
  if (isArray(content)) return decodeIntegers(content);
  if (content.type === 'Buffer' && content.data instanceof Uint8Array) return content.data as Uint8Array<ArrayBuffer>;
  if (content.type === 'Buffer' && isArray(content.data)) return decodeIntegers(content.data);
  return 'must be base64, an array of bytes, or an object with `type` "Buffer" and `data`';
}

function decodeIntegers(items: readonly unknown[]): Uint8Array<ArrayBuffer> | string {
  const bytes = new Uint8Array(items.length);
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (typeof item !== 'number' || !Number.isInteger(item) || item < 0 || item > 255) {
      return `must be an array of integers from 0 to 255, and item ${String(index + 1)} is not one`;
    }
    bytes[index] = item;
  }
  return bytes;
}

/** `Array.isArray` does not narrow read-only arrays. */
const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);
